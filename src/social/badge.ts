import { makeBadge } from 'badge-maker';
import type { Locale } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Pictured } from './card-text.ts';
import { color } from './theme-colors.ts';

/** The two halves of a badge. */
export interface BadgeText {
  label: string;
  message: string;
}

/**
 * What the badge of an article says: the version that is free of the fault, where there is one package and so one
 * meaning of it; else the status.
 */
export function badgeText({ facts }: Pick<Pictured, 'facts'>, locale: Locale): BadgeText {
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

/** The badge of an article as SVG. White on the colors of the light theme is at least 4.5:1. */
export function badge(article: Pick<Pictured, 'facts'>, locale: Locale): string {
  return makeBadge({
    ...badgeText(article, locale),
    color: color(`--${article.facts.status}`),
  });
}
