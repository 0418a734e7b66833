import { makeBadge } from 'badge-maker';
import { fixedVersion } from '../domain/affected/fixed-version.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Status } from '../domain/vocabulary.ts';
import type { ThemeColors } from './theme-colors.ts';

/** The part of an article that its badge shows. */
export interface BadgeSource {
  facts: Pick<Facts, 'id' | 'status' | 'affected'>;
}

/** The two halves of a badge. */
export interface BadgeText {
  label: string;
  message: string;
}

/** Badges stand among others in READMEs, which are in English in every language. */
const STATUSES: Readonly<Record<Status, string>> = {
  fixed: 'fixed',
  workaround: 'workaround',
  open: 'open',
  'by-design': 'by design',
};

/** Returns the text of an article's badge: its fixed version, or else its status. */
export function badgeText({ facts }: BadgeSource): BadgeText {
  const fixed = fixedVersion(facts);
  return {
    label: badgeLabel(facts.id),
    message: fixed === undefined ? STATUSES[facts.status] : `fixed in ${fixed}`,
  };
}

/** Returns the half of a badge that does not change with the facts. */
export const badgeLabel = (id: string) => `known fault ${id}`;

/** Returns the badge of an article as SVG. White text on a status color of the light theme has a contrast of 4.5:1. */
export function badge(article: BadgeSource, colors: ThemeColors): string {
  return makeBadge({
    ...badgeText(article),
    color: colors.get(`--${article.facts.status}`),
  });
}
