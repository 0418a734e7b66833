import type { FilterCounts } from '../../search/search-outcome.ts';

/** The part of Pagefind's browser API that the site uses; Pagefind ships no types for it. */
export interface Pagefind {
  options(options: { excerptLength?: number; noWorker?: boolean }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string, options: PagefindOptions): Promise<PagefindResults>;
}

export interface PagefindOptions {
  filters?: Record<string, { any?: readonly string[]; none?: readonly string[] }>;
}

export interface PagefindResults {
  results: { id: string; data(): Promise<PagefindPage> }[];
  filters: FilterCounts;
}

export interface PagefindPage {
  url: string;
  /** Escaped text with `<mark>` around the hits. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Words of an excerpt; about two lines of a result. */
const EXCERPT_WORDS = 28;

/**
 * Loads and starts Pagefind.
 *
 * @param address of `pagefind.js`; browsers remember a module that failed to load, so a retry needs another address
 */
export async function importPagefind(address: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // Without its worker a failure reaches us, a script and a round trip are saved, and a search takes a few milliseconds.
  await pagefind.options({ excerptLength: EXCERPT_WORDS, noWorker: true });
  await pagefind.init();
  // Pagefind counts filters only after they were requested once.
  await pagefind.filters();
  return pagefind;
}
