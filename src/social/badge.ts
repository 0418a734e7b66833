import { makeBadge } from 'badge-maker';
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

/**
 * Returns the text of an article's badge. The message is the fixed version if the fault affects a single package, since
 * a version alone would be ambiguous with several; otherwise it is the status.
 */
export function badgeText({ facts }: BadgeSource, locale: Locale): BadgeText {
  const words = wordsOf(locale).badge;
  const { id, status, affected } = facts;
  const fixed = affected.find((range) => range.fixed)?.fixed;
  const packages = new Set(affected.map((range) => range.package));
  const isOneVersion = status === 'fixed' && fixed !== undefined && packages.size === 1;
  return {
    label: words.label(id),
    message: isOneVersion ? words.fixedIn(fixed) : words.statuses[status],
  };
}

/** Returns the badge of an article as SVG. White text on a status color of the light theme has a contrast of 4.5:1. */
export function badge(article: BadgeSource, locale: Locale, colors: ThemeColors): string {
  return makeBadge({
    ...badgeText(article, locale),
    color: colors.get(`--${article.facts.status}`),
  });
}
