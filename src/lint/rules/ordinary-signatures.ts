import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readPaste } from '../../diagnosis/clean/read-paste.ts';
import type { DiagnosisIndex } from '../../diagnosis/index/diagnosis-index.ts';
import { openIndex, type OpenIndex, type OpenSignature } from '../../diagnosis/index/open-index.ts';
import { conditionsHold, type ConditionCheck } from '../../diagnosis/match/conditions.ts';
import { makesClaim } from '../../diagnosis/decide/resolve-names.ts';
import type { RowFinder } from '../../domain/lookup/find-row.ts';
import { findMatches } from '../../diagnosis/match/find-matches.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';
import type { OrdinaryOutput } from '../ordinary-output.ts';

/** A line of ordinary output that a signature would claim. */
interface Claim {
  printed: string;
  run: string;
  /** Share of the signature's weight in the line, see `Match`. */
  share: number;
}

/**
 * Reports signatures that match, completely or nearly, what programs print when nothing is wrong or something else is.
 *
 * @param index of all articles
 * @param findRow finds names in the tables of the library
 * @param slug of the only article to check; all if `undefined`
 */
export function checkOrdinarySignatures(
  articles: readonly LibraryArticle[],
  index: DiagnosisIndex,
  output: OrdinaryOutput,
  findRow: RowFinder,
  slug?: string,
): LintMessage[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return [...findClaims(signaturesOf(slug, openIndex(index)), output, findRow)].flatMap(
    ([{ article, declared }, claim]) => {
      const { facts, text } = bySlug.get(article.slug) ?? {};
      if (!facts || !text) return [];
      const { printed, run, share } = claim;
      return [
        advice({
          file: text.file,
          line: text.lineOf(['signatures', facts.signatures.indexOf(declared)]),
          rule: 'signatures',
          found: `a signature that ${share === 1 ? 'matches' : 'nearly matches'} ordinary output (${run}): ${quote(printed)}`,
          wanted:
            'a line that only this fault prints, `role: supporting`, or a condition (`with`, `unless`)',
        }),
      ];
    },
  );
}

/** Leaves in an index the signatures of one article, with the weights that the library gives them. */
function signaturesOf(slug: string | undefined, index: OpenIndex): OpenIndex {
  if (slug === undefined) return index;
  const byAnchor = new Map<string, readonly OpenSignature[]>();
  for (const [anchor, signatures] of index.byAnchor) {
    const own = signatures.filter(({ article }) => article.slug === slug);
    if (own.length > 0) byAnchor.set(anchor, own);
  }
  return { ...index, byAnchor };
}

/** Returns the best claim of each signature, the first one of equally good ones. */
function findClaims(
  index: OpenIndex,
  { runs, templates }: OrdinaryOutput,
  findRow: RowFinder,
): Map<OpenSignature, Claim> {
  const faultsOf = new Map(runs.map(({ name, faults }) => [name, faults]));
  const lines = templates.map(({ example }) => readPaste(example).lines);
  const checks = new Map<string, ConditionCheck>();
  const holdsIn = (run: string, signature: OpenSignature) => {
    if (signature.with.length === 0 && signature.unless.length === 0) return true;
    const printed = () =>
      lines.filter((_, position) => templates[position]?.runs.includes(run)).flat();
    const holds = checks.get(run) ?? conditionsHold(printed());
    checks.set(run, holds);
    return holds(signature);
  };
  const claims = new Map<OpenSignature, Claim>();
  templates.forEach((template, position) => {
    const own = lines[position] ?? [];
    const matches = findMatches(own, index).filter((match) => makesClaim(match, own, findRow));
    for (const { signature, share } of matches) {
      if (signature.isSupporting || share <= (claims.get(signature)?.share ?? 0)) continue;
      const run = template.runs.find(
        (name) => !faultsOf.get(name)?.includes(signature.article.id) && holdsIn(name, signature),
      );
      if (run !== undefined) claims.set(signature, { printed: template.example, run, share });
    }
  });
  return claims;
}
