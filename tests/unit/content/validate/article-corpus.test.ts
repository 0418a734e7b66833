import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import {
  ARTICLE,
  CORPUS,
  corpusFiles,
  installCorpusFile,
  PROJECT,
} from '../../../support/article-corpus.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { elementsOf, forbiddenElementsOf } from '../../../support/rendered.ts';

/** The first problem of each attack: `text/esm-import.mdx:25 text: found ...`. */
const messages = readFileSync(path.join(CORPUS, 'attacks.txt'), 'utf8').trimEnd().split('\n');

async function problemsWith(part: 'attacks' | 'harmless', file: string): Promise<string[]> {
  const root = libraryWith();
  installCorpusFile(root, part, file);
  const { problems } = await readLibrary(root);
  return problems.map((problem) =>
    formatProblem(problem).replace(file.startsWith('projects/') ? PROJECT : ARTICLE, file),
  );
}

describe('rejects attacks with a line and what to write instead', () => {
  test.each(corpusFiles('attacks'))('%s', async (file) => {
    const expected = messages.filter((line) => line.startsWith(`${file}:`));
    expect((await problemsWith('attacks', file)).slice(0, 1)).toEqual(expected);
  });
});

test('expects one message for each attack', () => {
  expect(messages.map((line) => line.split(':')[0])).toEqual(corpusFiles('attacks'));
});

describe('accepts harmless content', () => {
  test.each(corpusFiles('harmless'))('%s', async (file) => {
    expect(await problemsWith('harmless', file)).toEqual([]);
  });
});

describe('renders harmless texts as allowed elements only', () => {
  const files = corpusFiles('harmless').filter((file) => file.startsWith('text/'));
  test.each(files)('%s', async (file) => {
    const text = readFileSync(path.join(CORPUS, 'harmless', file), 'utf8');
    expect(await forbiddenElementsOf(text)).toEqual([]);
    expect(await elementsOf(text)).not.toEqual([]);
  });
});
