import type { Locale } from '../domain/vocabulary.ts';

/**
 * The few words that scripts put together in the browser. They are sent with every search, so they stay few:
 * whatever a page can carry in its HTML belongs into `en.ts` and `zh.ts`.
 */
export interface BrowserWords {
  results(n: number): string;
  more(n: number): string;
  remove(facet: string, value: string): string;
}

export const browserWords: Record<Locale, BrowserWords> = {
  en: {
    results: (n) => (n === 0 ? 'No results' : n === 1 ? '1 result' : `${n} results`),
    more: (n) => `Show ${n} more`,
    remove: (facet, value) => `Remove filter ${facet}: ${value}`,
  },
  zh: {
    results: (n) => (n === 0 ? '没有结果' : `${n} 条结果`),
    more: (n) => `再显示 ${n} 条`,
    remove: (facet, value) => `去掉条件 ${facet}：${value}`,
  },
};
