import { buildIndex } from './index/build-index.ts';
import { diagnose, type Finding } from './diagnose.ts';
import type { IndexEntry } from './index/index-entry.ts';
import { truncate } from '../domain/text/truncate.ts';

/** Output of an article that is diagnosed as another article, or not at all. */
export interface Collision {
  slug: string;
  /** The output, on one line and truncated. */
  printed: string;
  /** Slug of the other article; absent when none of the article's output is diagnosed as it. */
  other?: string;
}

const MAX_SHOWN_LENGTH = 100;

/** Score of a second finding, as a share of the first one's, from which it is as good. */
const EQUAL_SHARE = 0.85;

const PLACEHOLDER = /<[^<>]{1,40}>/g;

/**
 * Diagnoses the signatures and messages of each article with the whole library, as if a reader had pasted them.
 *
 * Reports output that is diagnosed as another article equally well or better, and articles that none of their output
 * leads to. An article without output (a hang, a leak) is diagnosed by its title.
 *
 * @param only slug of the article to check; all articles if left out
 */
export function collisions(entries: readonly IndexEntry[], only?: string): Collision[] {
  const index = buildIndex(entries);
  const checked = only === undefined ? entries : entries.filter(({ slug }) => slug === only);
  return checked.flatMap(({ slug, title, signatures, messages }) => {
    const printed = [...signatures.map((line) => line.replace(PLACEHOLDER, 'x')), ...messages];
    const diagnoses = (printed.length > 0 ? printed : [title]).map((text) => ({
      text,
      findings: diagnose(index, text, { limit: 2 }).findings,
    }));
    const others = diagnoses.flatMap(({ text, findings }) =>
      findings
        .filter((other) => other.slug !== slug && isCollision(other, findings[0]))
        .map((other) => ({ slug, printed: oneLine(text), other: other.slug })),
    );
    const isFound = diagnoses.some(({ findings }) => findings[0]?.slug === slug);
    return isFound || others.length > 0
      ? others
      : [{ slug, printed: oneLine(diagnoses[0]?.text ?? '') }];
  });
}

/** True for a finding that comes first with more than low confidence, or is as good as the first. */
function isCollision(finding: Finding, first: Finding | undefined): boolean {
  if (finding === first) return finding.confidence !== 'low';
  return first !== undefined && finding.score >= EQUAL_SHARE * first.score;
}

function oneLine(text: string): string {
  return truncate(text.replace(/\s+/g, ' ').trim(), MAX_SHOWN_LENGTH);
}
