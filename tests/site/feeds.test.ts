import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { dist, filesOf } from '../support/built-site.ts';

/** Maximum number of entries of a feed. */
const MAX_ENTRIES = 100;

interface Facts {
  id: string;
  updated: string;
  summary: string;
  fix: { text: string };
  symptom: string;
  project: string;
}

/** The latest change first, as in a feed. */
const articles = (
  JSON.parse(readFileSync(path.join(dist, 'api/v1/articles.json'), 'utf8')) as Facts[]
).toSorted((a, b) => b.updated.localeCompare(a.updated) || b.id.localeCompare(a.id));
const feeds = filesOf(dist).filter((file) => file.endsWith('feed.xml'));
const read = (file: string) => parseFeed(readFileSync(path.join(dist, file), 'utf8'));
const permalinks = (file: string) =>
  read(file).items.map(({ id }) => new URL(id ?? '').pathname.replaceAll('/', ''));

test('a feed reader reads every feed: entries with a link, a date, a text and a permanent id', () => {
  expect(feeds.length).toBeGreaterThan(60);
  for (const file of feeds) {
    const feed = read(file);
    expect(feed.meta, file).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.title, file).toBeTruthy();
    for (const { url, published, updated, title, description } of feed.items) {
      expect(URL.canParse(url ?? ''), file).toBe(true);
      expect(published?.getTime(), file).toBeGreaterThan(0);
      expect(updated?.getTime(), file).toBeGreaterThan(0);
      expect(title, file).toBeTruthy();
      expect(description, file).toBeTruthy();
    }
    const ids = feed.items.map(({ id }) => new URL(id ?? '').pathname);
    expect(new Set(ids).size, file).toBe(ids.length);
    expect(ids.filter((id) => !/^\/KF-\d{4}\/$/.test(id))).toEqual([]);
  }
});

test.each(['', 'zh/', 'projects/cython/', 'zh/symptoms/crash/'])(
  'the page /%s names its feed',
  (page) => {
    const html = readFileSync(path.join(dist, page, 'index.html'), 'utf8');
    const { document } = parseHTML(html);
    const link = document.querySelector('link[type="application/atom+xml"]');
    expect(new URL(link?.getAttribute('href') ?? '', 'http://localhost:4321').pathname).toBe(
      `/${page}feed.xml`,
    );
  },
);

test('the feed of the site has the latest articles with their whole summary and fix, under ids of every language', () => {
  const latest = articles.slice(0, MAX_ENTRIES);
  const ids = latest.map(({ id }) => id);
  expect(permalinks('feed.xml')).toEqual(ids);
  expect(permalinks('zh/feed.xml')).toEqual(ids);
  const texts = read('feed.xml').items.map(({ description }) => description);
  for (const { summary, fix } of latest) {
    // The text of an Atom entry is escaped HTML.
    const plain = texts.map((text) =>
      text
        ?.replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    );
    expect(plain).toContain(`${summary} What to do: ${fix.text}`);
  }
});

test.each([
  ['projects/numba/feed.xml', ({ project }: Facts) => project === 'numba'],
  ['symptoms/hang/feed.xml', ({ symptom }: Facts) => symptom === 'hang'],
])('%s has exactly its own articles', (file, isOwn) => {
  const own = articles.filter(isOwn).map(({ id }) => id);
  expect(own).not.toEqual([]);
  expect(permalinks(file)).toEqual(own.slice(0, MAX_ENTRIES));
});
