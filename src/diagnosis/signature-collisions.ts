import { buildIndex } from './index/build-index.ts';
import { diagnose, type Finding } from './diagnose.ts';
import type { IndexEntry } from './index/index-entry.ts';
import { truncate } from '../domain/text/truncate.ts';

/** An article that its own output does not lead to. */
export interface Collision {
  slug: string;
  /** The line or block of the article, on one line and cut. */
  printed: string;
  /** Slug of the article that it leads to instead; absent where the article is found by nothing of its own. */
  other?: string;
}

const SHOWN = 100;

/** Share of the first finding's score from which a second one is as good. */
const CLOSE = 0.85;

const PLACEHOLDER = /<[^<>]{1,40}>/g;

/**
 * Holds each article's own signatures and messages against the whole library, as a reader's paste would be.
 *
 * Reported are output that leads to another article as well as or better than to its own, and articles that nothing
 * of their own leads to. An article without any output of its own (a hang, a leak) is asked by its title.
 *
 * @param asked slug of the one article that is asked about; all where it is left out
 */
export function collisions(entries: readonly IndexEntry[], asked?: string): Collision[] {
  const index = buildIndex(entries);
  const chosen = asked === undefined ? entries : entries.filter(({ slug }) => slug === asked);
  return chosen.flatMap((entry) => {
    const { slug, title, signatures, messages } = entry;
    const printed = [...signatures.map((line) => line.replace(PLACEHOLDER, 'x')), ...messages];
    const answers = (printed.length > 0 ? printed : [title]).map((text) => ({
      text,
      findings: diagnose(index, text, { limit: 2 }).findings,
    }));
    const taken = answers.flatMap(({ text, findings }) =>
      findings
        .filter((other) => other.slug !== slug && isRival(other, findings[0]))
        .map((other) => ({ slug, printed: oneLine(text), other: other.slug })),
    );
    const isFound = answers.some(({ findings }) => findings[0]?.slug === slug);
    return isFound || taken.length > 0
      ? taken
      : [{ slug, printed: oneLine(answers[0]?.text ?? '') }];
  });
}

/** True for a finding that comes first with more than a guess, or as good as first. */
function isRival(finding: Finding, first: Finding | undefined): boolean {
  if (finding === first) return finding.confidence !== 'low';
  return first !== undefined && finding.score >= CLOSE * first.score;
}

function oneLine(text: string): string {
  return truncate(text.replace(/\s+/g, ' ').trim(), SHOWN);
}
