import type { LibraryArticle } from '../../content/read/library-model.ts';
import { readPaste } from '../../diagnosis/clean/read-paste.ts';
import { buildIndex } from '../../diagnosis/index/build-index.ts';
import type { IndexEntry } from '../../diagnosis/index/index-entry.ts';
import { openIndex, type OpenSignature } from '../../diagnosis/index/open-index.ts';
import { conditionsHold } from '../../diagnosis/match/conditions.ts';
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
 * @param entries of all articles
 */
export function checkOrdinarySignatures(
  articles: readonly LibraryArticle[],
  entries: readonly IndexEntry[],
  output: OrdinaryOutput,
): LintMessage[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return [...findClaims(entries, output)].flatMap(([{ article, declared }, claim]) => {
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
  });
}

/** Returns the best claim of each signature, the first one of equally good ones. */
function findClaims(
  entries: readonly IndexEntry[],
  { runs, templates }: OrdinaryOutput,
): Map<OpenSignature, Claim> {
  const index = openIndex(buildIndex(entries));
  const faultsOf = new Map(runs.map(({ name, faults }) => [name, faults]));
  const lines = templates.map(({ example }) => readPaste(example).lines);
  const holdsIn = (run: string, signature: OpenSignature) => {
    if (signature.with.length === 0 && signature.unless.length === 0) return true;
    const printed = lines.filter((_, position) => templates[position]?.runs.includes(run));
    return conditionsHold(printed.flat())(signature);
  };
  const claims = new Map<OpenSignature, Claim>();
  templates.forEach((template, position) => {
    for (const { signature, share } of findMatches(lines[position] ?? [], index)) {
      if (signature.isSupporting || share <= (claims.get(signature)?.share ?? 0)) continue;
      const run = template.runs.find(
        (name) => !faultsOf.get(name)?.includes(signature.article.id) && holdsIn(name, signature),
      );
      if (run !== undefined) claims.set(signature, { printed: template.example, run, share });
    }
  });
  return claims;
}
