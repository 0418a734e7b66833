import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { dist } from '../support/built-site.ts';
import { root } from '../support/root.ts';

const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
const documentAt = (page: string) => parseHTML(read(path.join(page, 'index.html'))).document;

/** Returns the documents of all pages of a list. */
function pagesOfList(page: string) {
  const documents = [documentAt(page)];
  for (;;) {
    const next = documents.at(-1)?.querySelector('.page-links [rel="next"]')?.getAttribute('href');
    if (!next) return documents;
    documents.push(documentAt(next));
  }
}

test('each cell of the matrix leads to as many faults as it counts, all faults in total', () => {
  const cells = [...documentAt('/projects/').querySelectorAll('.matrix td a')].map((link) => ({
    href: link.getAttribute('href') ?? '',
    count: Number(link.textContent),
  }));
  const shown = cells.map(({ href }) => {
    const [page = '', symptom] = href.split('#');
    const rows = pagesOfList(page).flatMap((document) => [
      ...document.querySelectorAll(`section[aria-labelledby="${symptom}"] .fault-rows > li`),
    ]);
    return { href, count: rows.length };
  });
  expect(shown).toEqual(cells);
  const { length } = JSON.parse(read('api/v1/articles.json')) as unknown[];
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(length);
});

test('each tile of the home page leads to as many faults as it counts', () => {
  const links = documentAt('/').querySelectorAll(
    ':is(.tiles:not(.browse-links), .project-directory) a:has(.count)',
  );
  const tiles = [...links].map((link) => ({
    href: link.getAttribute('href') ?? '',
    count: Number(link.querySelector('.count')?.textContent),
  }));
  expect(tiles.length).toBeGreaterThan(40);
  const shown = tiles.map(({ href }) => {
    const rows = pagesOfList(href).flatMap((document) => [
      ...document.querySelectorAll('section:not([aria-labelledby="elsewhere"]) .fault-rows > li'),
    ]);
    return { href, count: rows.length };
  });
  expect(shown).toEqual(tiles);
});

test('a filter offers each value with as many faults as it leaves', () => {
  const page = documentAt('/projects/numpy/');
  const options = [...page.querySelectorAll('select[name="python"] option[value^="3"]')];
  expect(options.length).toBeGreaterThan(5);
  for (const option of options) {
    const value = option.getAttribute('value') ?? '';
    const rows = page.querySelectorAll(`.fault-rows > li[data-python~="${value}"]`);
    expect(option.textContent).toBe(`Python ${value} (${rows.length})`);
  }
});

test('the samples of the home page are an error or a list of packages each', () => {
  const samples = [...documentAt('/').querySelectorAll('.samples a')].map((link) => [
    link.textContent.trim(),
    decodeURIComponent(link.getAttribute('href')?.split('#paste=')[1] ?? ''),
  ]);
  expect(Object.fromEntries(samples)).toMatchObject({
    'undefined symbol': expect.stringContaining('undefined symbol: '),
    'dtype size changed': expect.stringContaining('numpy.dtype size changed'),
    LNK2001: expect.stringContaining('error LNK2001: unresolved external symbol'),
    'pip list': expect.stringContaining('numba    0.60.0'),
  });
});

test('a project page says which release to choose on which Python', () => {
  const page = documentAt('/projects/numpy/');
  const advice = [...page.querySelectorAll('.advice li')].map((item) => item.textContent);
  expect(advice.length).toBeGreaterThan(0);
  for (const sentence of advice) {
    expect(sentence).toMatch(/^On Python [\d.t]+(?: through [\d.t]+)?: [\d.]+ has .+\.$/);
  }
  const cells = [...page.querySelectorAll('.release-matrix td:not(.ids)')];
  expect(cells.length).toBeGreaterThan(50);
  const wrong = cells.filter((cell) => !/^(?:\d+|–not supported)$/.test(cell.textContent.trim()));
  expect(wrong.map((cell) => cell.textContent)).toEqual([]);
});

test('every published address of a message leads to an article', () => {
  const file = path.join(root, 'content/message-addresses.json');
  const { addresses } = JSON.parse(readFileSync(file, 'utf8')) as { addresses: object };
  const pages = Object.keys(addresses);
  expect(pages.length).toBeGreaterThan(600);
  expect(pages.filter((page) => !existsSync(path.join(dist, page, 'index.html')))).toEqual([]);
});

test('the sitemap has the articles in both languages and no page that only forwards', () => {
  expect(read('robots.txt')).toContain('/sitemap-index.xml');
  const sitemap = read('sitemap-0.xml');
  const article = '/articles/cython-memoryview-walrus-acquisition-count-crash/';
  expect(sitemap).toContain(`${article}</loc>`);
  expect(sitemap).toContain(`/zh${article}</loc>`);
  expect(sitemap).not.toMatch(/KF-0001|github\.com|404/);
});
