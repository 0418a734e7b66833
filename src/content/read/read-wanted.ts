import {
  wantedProblems,
  wantedSchema,
  type WantedFaults,
} from '../../domain/wanted/wanted-faults.ts';
import { MAX_BYTES, readText, type ReadContext } from './files.ts';
import { parseYaml } from './front-matter.ts';
import type { LibraryArticle } from './library-model.ts';
import { locateProblem, parseOrReport, validateData } from './validate-data.ts';

/** Path from the project's root. */
export const wantedFile = 'content/wanted.yaml';

/** A mapping with a list of mappings with lists. Each level counts twice. */
const MAX_DEPTH = 10;

/** Reads the faults that no article covers yet. Returns `undefined` if the file has a problem. */
export function readWanted(
  context: ReadContext,
  articles: readonly LibraryArticle[],
): WantedFaults | undefined {
  const limits = { maxLength: MAX_BYTES.wanted, maxDepth: MAX_DEPTH };
  const source = readText(context, wantedFile, limits.maxLength);
  if (source === undefined) return undefined;
  const { problems } = context;
  const parsed = parseOrReport(wantedFile, problems, () => parseYaml(source, 0, limits));
  if (!parsed) return undefined;
  const lines = { file: wantedFile, lineOf: parsed.lineOf };
  const wanted = validateData(wantedSchema, parsed.data, lines, context);
  if (!wanted) return undefined;
  const citations = new Map(
    articles.flatMap(({ facts: { id, upstream } }) =>
      upstream.map(({ url }) => [url, id] as const),
    ),
  );
  const mistakes = wantedProblems(wanted, (address) => citations.get(address));
  problems.push(...mistakes.map((mistake) => locateProblem(lines, mistake)));
  return wanted;
}
