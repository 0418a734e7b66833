import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { chromium } from 'playwright';
import { serve } from '../../src/cli/serve/serve.ts';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { chromiumPath } from '../support/chromium.ts';

/** A search engine to compare with. */
export interface Baseline {
  name: string;
  /** Returns the slugs found for a paste, best first. */
  answer(paste: string): Promise<string[]>;
  stop(): Promise<void>;
}

const SHOWN = 10;

/** MiniSearch with default settings: any word, BM25+, on title, messages and text of every article. */
export function miniSearch(entries: readonly IndexEntry[]): Baseline {
  const index = new MiniSearch<IndexEntry>({
    idField: 'slug',
    fields: ['title', 'printed', 'text'],
    extractField,
  });
  index.addAll(entries);
  return {
    name: 'MiniSearch, any word',
    answer: async (paste) =>
      index
        .search(paste)
        .slice(0, SHOWN)
        .map(({ id }) => String(id)),
    stop: async () => undefined,
  };
}

function extractField(entry: IndexEntry, field: string): string {
  if (field === 'printed') return [...entry.signatures, ...entry.messages].join('\n');
  return field === 'slug' ? entry.slug : field === 'title' ? entry.title : entry.text;
}

/** Pagefind with default settings, in a real browser, searching for the whole paste and for its last line. */
export async function pagefind(entries: readonly IndexEntry[]): Promise<Baseline[]> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'known-faults-pagefind-'));
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind made no index');
  for (const entry of entries) {
    const page = ['title', 'printed', 'text'].map((field) => escape(extractField(entry, field)));
    const content = `<html lang="en"><body><h1>${page[0]}</h1><pre>${page[1]}</pre><p>${page[2]}</p></body></html>`;
    await index.addHTMLFile({ url: `/${entry.slug}/`, content });
  }
  await index.writeFiles({ outputPath: path.join(dir, 'pagefind') });
  await close();
  for (const name of ['index.html', '404.html'])
    writeFileSync(path.join(dir, name), '<html lang="en"></html>');

  const server = await serve({ dir, port: 0 });
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  const ask = (query: string): Promise<string[]> =>
    page.evaluate(
      async ([text, shown]) => {
        const address = '/pagefind/pagefind.js';
        const search = await import(address);
        const { results } = await search.search(text);
        const pages = await Promise.all(
          results.slice(0, shown).map((result: { data(): unknown }) => result.data()),
        );
        return pages.map(({ url }: { url: string }) => url.replaceAll('/', ''));
      },
      [query, SHOWN] as const,
    );
  let users = 2;
  const stop = async () => {
    if (--users > 0) return;
    await browser.close();
    server.close();
    rmSync(dir, { recursive: true });
  };
  return [
    { name: 'Pagefind, whole paste', answer: ask, stop },
    { name: 'Pagefind, last line', answer: (paste) => ask(lastLine(paste)), stop },
  ];
}

function lastLine(paste: string): string {
  return paste.trim().split('\n').at(-1) ?? '';
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
