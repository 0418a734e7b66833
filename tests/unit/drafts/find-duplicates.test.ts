import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { duplicateFinder, type KnownArticle } from '../../../src/drafts/find-duplicates.ts';
import { indexEntry } from '../../../src/content/to-index-entry.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { extract, issueJson, root } from './drafting.ts';

/** Write-ups of our own. The name of each begins with the id of the article that covers its fault, or with `none`. */
const WRITE_UPS = path.join(root, 'tests/fixtures/write-ups');

let find: ReturnType<typeof duplicateFinder>;

beforeAll(async () => {
  const { articles } = await readLibrary(root);
  find = duplicateFinder(
    articles.map((article) => ({
      upstream: article.facts.upstream,
      entry: indexEntry(article, 'zh'),
    })),
  );
});

const duplicatesOf = (text: string) => find(extract(text)).map(({ id }) => id);

describe('a write-up in other words', () => {
  const files = readdirSync(WRITE_UPS);
  const found = (file: string) => duplicatesOf(readFileSync(path.join(WRITE_UPS, file), 'utf8'));

  /** Below this, a change of the rule or of the articles has made the search worse. */
  const MIN_RECALL = 0.8;

  test('names the article that covers its fault', () => {
    const covered = files.filter((file) => file.startsWith('KF-'));
    const named = covered.filter((file) => found(file).includes(file.slice(0, 7)));
    expect(named.length / covered.length).toBeGreaterThanOrEqual(MIN_RECALL);
  });

  test.each(files.filter((file) => file.startsWith('none-')))('%s names no article', (file) => {
    expect(found(file)).toEqual([]);
  });
});

describe('a message', () => {
  const message =
    "RuntimeError: Linking globals named '__excinfo_unwrap_args0f1e2d3c4b5a69788796a5b4c3d2e1f000112233': symbol multiply defined!";

  test.each([
    ['printed', `# pycc stops\n\n\`\`\`\n${message}\n\`\`\``],
    ['quoted in Chinese', `# 用 pycc 编译时失败\n\nNumba 报错“${message}”，请问怎么办？`],
  ])('%s names its article', (_name, text) => {
    expect(duplicatesOf(text)).toEqual(['KF-0003']);
  });

  test.each([
    'Traceback (most recent call last):',
    "error: command 'gcc' failed",
    'ERROR: Failed building wheel for vineyard',
    'error: subprocess-exited-with-error',
    "ModuleNotFoundError: No module named 'vineyard'",
    'Fatal Python error: Segmentation fault',
    'ninja: build stopped: subcommand failed.',
  ])('printed by any failing program names no article: %s', (line) => {
    expect(duplicatesOf(`# My build fails\n\nWhat is this?\n\n\`\`\`\n${line}\n\`\`\``)).toEqual(
      [],
    );
  });
});

describe('an address', () => {
  test('of the issue itself names the article that cites it', () => {
    const url = 'https://github.com/numba/numba/issues/9948';
    expect(duplicatesOf(issueJson({ title: 'x', body: 'y', url }))).toEqual(['KF-0003']);
  });

  test('that a text cites first names the article that cites it', () => {
    expect(duplicatesOf('As in https://github.com/numba/numba/pull/9955/files')).toEqual([
      'KF-0003',
    ]);
  });

  test('cited for comparison names no article', () => {
    const body = 'This has nothing to do with https://github.com/numba/numba/issues/9948.';
    expect(duplicatesOf(issueJson({ body }))).toEqual([]);
  });
});

test('finds nothing in an empty library', () => {
  const none: KnownArticle[] = [];
  expect(duplicateFinder(none)(extract('numba fails: ImportError: no vineyard'))).toEqual([]);
});
