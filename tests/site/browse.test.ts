import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { dist } from '../support/built-site.ts';
import { root } from '../support/root.ts';

const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
const documentAt = (page: string) => parseHTML(read(path.join(page, 'index.html'))).document;

test('each cell of the matrix leads to as many faults as it counts, all faults in total', () => {
  const cells = [...documentAt('/').querySelectorAll('.matrix td a')].map((link) => ({
    href: link.getAttribute('href') ?? '',
    count: Number(link.textContent),
  }));
  const shown = cells.map(({ href }) => {
    const [page = '', symptom] = href.split('#');
    const section = documentAt(page).querySelector(`section[aria-labelledby="${symptom}"]`);
    return { href, count: section?.querySelectorAll('.fault').length };
  });
  expect(shown).toEqual(cells);
  const { length } = JSON.parse(read('api/v1/articles.json')) as unknown[];
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(length);
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
