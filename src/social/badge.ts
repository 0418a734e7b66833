import { makeBadge } from 'badge-maker';
import { fixedVersion } from '../domain/affected/fixed-version.ts';
import type { Facts } from '../domain/facts/facts.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
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

/** Returns the text of an article's badge: its fixed version, or else its status. */
export function badgeText({ facts }: BadgeSource, locale: Locale): BadgeText {
  const words = wordsOf(locale).badge;
  const fixed = fixedVersion(facts);
  return {
    label: words.label(facts.id),
    message: fixed === undefined ? words.statuses[facts.status] : words.fixedIn(fixed),
  };
}

/** Returns the badge of an article as SVG. White text on a status color of the light theme has a contrast of 4.5:1. */
export function badge(article: BadgeSource, locale: Locale, colors: ThemeColors): string {
  return makeBadge({
    ...badgeText(article, locale),
    color: colors.get(`--${article.facts.status}`),
  });
}
