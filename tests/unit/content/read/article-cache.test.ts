import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ArticleCache } from '../../../../src/content/read/article-cache.ts';
import type { Library } from '../../../../src/content/read/library-model.ts';
import { LibraryReader, readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith, type Edit } from '../../../support/library-copy.ts';
import { root as projectRoot } from '../../../support/root.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const CACHE = '.cache/articles.tsv';

/** Copies the fixture library together with the code that validates it. */
function projectWith(...edits: Edit[]): string {
  const root = libraryWith(...edits);
  for (const name of ['package.json', 'src/content', 'src/domain']) {
    cpSync(path.join(projectRoot, name), path.join(root, name), { recursive: true });
  }
  return root;
}

/** Returns the slugs of the articles that the cache has for the files of a project as they are now. */
function cachedSlugs(root: string): string[] {
  const cache = ArticleCache.open(root);
  return ['demo-crash', 'demo-hang'].filter((slug) => {
    const files = ['en.mdx', 'zh.mdx'].map((name) => `content/articles/${slug}/${name}`);
    const sources = files
      .filter((file) => existsSync(path.join(root, file)))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
    return cache?.find(slug, new Map(sources)) !== undefined;
  });
}

/** A library with the lines of all facts instead of the functions that return them. */
function comparable({ articles, ...library }: Library) {
  const lines = articles.flatMap(({ facts, text, translations }) => [
    ...Object.keys(facts).map((field) => text.lineOf([field])),
    ...Object.values(translations).map(({ lineOf }) => lineOf(['title'])),
  ]);
  return JSON.parse(
    JSON.stringify({
      ...library,
      articles,
      lines,
      sources: [...library.sources],
      projects: [...library.projects],
      releases: [...library.releases],
      messageAddresses: [...library.messageAddresses],
      compatibility: [...library.compatibility],
    }),
  );
}

test('a library reads the same from the cache', async () => {
  const root = projectWith();
  const first = await readLibrary(root);
  expect(first.articles).toHaveLength(2);
  expect(cachedSlugs(root)).toEqual(['demo-crash', 'demo-hang']);
  expect(comparable(await readLibrary(root))).toEqual(comparable(first));
});

test('the articles of this library read the same from the cache', async () => {
  const root = projectWith();
  rmSync(path.join(root, 'content'), { recursive: true });
  cpSync(path.join(projectRoot, 'content'), path.join(root, 'content'), { recursive: true });
  const first = await readLibrary(root);
  expect(comparable(await readLibrary(root))).toEqual(comparable(first));
});

test.each<[string, (root: string) => void, string[]]>([
  [
    'after an edit of an article, forgets that article',
    (root) => {
      const file = path.join(root, CRASH);
      writeFileSync(file, readFileSync(file, 'utf8').replace('Upgrade.', 'Update. '));
    },
    ['demo-hang'],
  ],
  [
    'after a translation is removed, forgets that article',
    (root) => rmSync(path.join(root, 'content/articles/demo-hang/zh.mdx')),
    ['demo-crash'],
  ],
  [
    'after a change to the code that validates, is empty',
    (root) => appendFileSync(path.join(root, 'src/domain/facts/facts.ts'), '\n'),
    [],
  ],
  [
    'after an update of a package, is empty',
    (root) => appendFileSync(path.join(root, 'package.json'), '\n'),
    [],
  ],
  ['cut off, is empty', (root) => truncateBy(1, path.join(root, CACHE)), []],
  ['without content, is empty', (root) => writeFileSync(path.join(root, CACHE), ''), []],
  [
    'with an altered article, is empty',
    (root) => {
      const file = path.join(root, CACHE);
      writeFileSync(file, readFileSync(file, 'utf8').replace('Importing demo', 'Importing dome'));
    },
    [],
  ],
])('the cache, %s', async (_name, change, expected) => {
  const root = projectWith();
  await readLibrary(root);
  change(root);
  expect(cachedSlugs(root)).toEqual(expected);
});

function truncateBy(characters: number, file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -characters));
}

test('an article with a problem is validated each time', async () => {
  const root = projectWith({ file: CRASH, from: 'status: fixed', to: 'status: done' });
  const { problems } = await readLibrary(root);
  expect(problems).toHaveLength(1);
  expect(cachedSlugs(root)).toEqual(['demo-hang']);
  expect((await readLibrary(root)).problems).toEqual(problems);
});

test('an article is valid again as soon as its mistake is gone', async () => {
  const root = projectWith();
  await readLibrary(root);
  const stray = path.join(root, 'content/articles/demo-crash/notes.txt');
  writeFileSync(stray, '');
  expect((await readLibrary(root)).problems).toHaveLength(1);
  rmSync(stray);
  expect((await readLibrary(root)).problems).toEqual([]);
});

test('a library is read without a cache where none can be written', async () => {
  const root = projectWith();
  writeFileSync(path.join(root, '.cache'), '');
  expect((await readLibrary(root)).articles).toHaveLength(2);
});

test('a library without the code that validates it has no cache', async () => {
  const root = libraryWith();
  await readLibrary(root);
  expect(existsSync(path.join(root, '.cache'))).toBe(false);
});

/** Import of another file of `src`. */
const IMPORT = /from '(\.{1,2}\/[^']+)'/g;

test('all code that reads an article is part of what the cache depends on', () => {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const source = readFileSync(path.join(projectRoot, file), 'utf8');
    for (const [, target = ''] of source.matchAll(IMPORT)) {
      visit(path.posix.join(path.posix.dirname(file), target));
    }
  };
  visit('src/content/read/read-article.ts');
  expect(files.size).toBeGreaterThan(20);
  expect([...files].filter((file) => !/^src\/(?:content|domain)\//.test(file))).toEqual([]);
});

test('a reader reads again only the articles that are said to have changed', async () => {
  const root = projectWith();
  const reader = new LibraryReader(root);
  const first = await reader.read();
  const titles = ({ articles }: Library) => articles.map(({ facts }) => facts.title);
  for (const slug of ['demo-crash', 'demo-hang']) {
    const file = path.join(root, `content/articles/${slug}/en.mdx`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: New ${slug}`));
  }
  const second = await reader.read(undefined, new Set(['demo-hang']));
  expect(titles(second)).toEqual(['Importing demo crashes', 'New demo-hang']);
  expect(second.articles[0]).toBe(first.articles[0]);
  expect(titles(await reader.read())).toEqual(['New demo-crash', 'New demo-hang']);
});

test('a reader notices articles that come and go', async () => {
  const root = projectWith();
  const reader = new LibraryReader(root);
  await reader.read();
  const articles = path.join(root, 'content/articles');
  cpSync(path.join(articles, 'demo-crash'), path.join(articles, 'demo-twin'), { recursive: true });
  rmSync(path.join(articles, 'demo-hang'), { recursive: true });
  const { slugs, problems } = await reader.read(undefined, new Set(['demo-hang', 'demo-twin']));
  expect(slugs).toEqual(['demo-crash', 'demo-twin']);
  expect(problems.map(({ found }) => found)).toContain('"KF-9001"');
});
