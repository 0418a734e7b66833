import { watchParts } from './pagefind-requests.ts';

/** The part of Pagefind's browser API that the site uses; Pagefind ships no types for it. */
export interface Pagefind {
  options(options: { excerptLength?: number; noWorker?: boolean }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string | null, options: PagefindOptions): Promise<PagefindResults>;
}

export interface PagefindOptions {
  filters?: Record<string, { any: readonly string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

/** Counts by facet and value. */
export type FilterCounts = Record<string, Record<string, number>>;

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

/** The search bundle cannot be had: blocked, missing, cut off, or silent for too long. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
}

/** Longer than any slow line needs for 150 KB, short enough that nobody believes the page is dead. */
const PATIENCE_MS = 15_000;

/** Words of an excerpt; about two lines of a result. */
const EXCERPT_WORDS = 28;

let attempts = 0;
let loading: Promise<Pagefind> | undefined;

/**
 * Loads the search bundle once. A failed attempt is forgotten, so that the next call tries again
 * under another address: browsers remember a module that failed to load.
 *
 * @param base base path of the site without the slash at its end
 * @throws SearchUnavailable
 */
export function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= start(base).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Forgets the loaded bundle, so that the next search loads it anew. */
export function forgetPagefind(): void {
  loading = undefined;
}

async function start(base: string): Promise<Pagefind> {
  const retry = attempts++ === 0 ? '' : `?retry=${attempts}`;
  return inTime(async () => {
    watchParts();
    const address = `${base}/pagefind/pagefind.js${retry}`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    // Its worker answers "nothing found" when a part of the index is missing; without it the failure reaches us.
    // It also saves a script and a round trip, and a search takes a few milliseconds.
    await pagefind.options({ excerptLength: EXCERPT_WORDS, noWorker: true });
    await pagefind.init();
    // Pagefind counts filters only after they were asked for once.
    await pagefind.filters();
    return pagefind;
  });
}

/** Runs `work`; whatever goes wrong with it, time included, becomes a `SearchUnavailable`. */
export async function inTime<T>(work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work(), patience]);
  } catch (cause) {
    throw new SearchUnavailable('The search index did not load', { cause });
  } finally {
    clearTimeout(timer);
  }
}
