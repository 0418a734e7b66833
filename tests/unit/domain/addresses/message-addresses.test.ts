import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { formatMessageAddresses } from '../../../../src/domain/addresses/message-addresses.ts';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const FILE = 'content/message-addresses.json';
const ADDRESS = '/e/1/0123456789abcdef/';

/** Reads the fixture library with this file. */
function read(text: string) {
  const root = libraryWith();
  writeFileSync(path.join(root, FILE), text);
  return readLibrary(root);
}

test('what is written is read back, sorted', async () => {
  const other = '/e/2/fedcba9876543210/';
  const text = formatMessageAddresses(
    new Map([
      [other, ['demo-hang']],
      [ADDRESS, ['demo-hang', 'demo-crash']],
    ]),
  );
  expect(text).toBe(
    `{\n  "addresses": {\n    "${ADDRESS}": ["demo-crash","demo-hang"],\n    "${other}": ["demo-hang"]\n  }\n}\n`,
  );
  const { messageAddresses, problems } = await read(text);
  expect(problems).toEqual([]);
  expect(formatMessageAddresses(messageAddresses)).toBe(text);
});

test('no addresses are read back, too', async () => {
  const { messageAddresses, problems } = await read(formatMessageAddresses(new Map()));
  expect([...messageAddresses, ...problems]).toEqual([]);
});

test.each([
  [
    '{',
    'file: found text that is not JSON; allowed: JSON, as the command that updates this file writes it',
  ],
  ['{}', 'addresses: found nothing; allowed: a mapping'],
  [
    { '/e/1/0123/': ['demo-crash'] },
    'addresses./e/1/0123/: found ["demo-crash"]; allowed: under an address such as /e/1/0123456789abcdef/',
  ],
  [
    { '/KF-9001/': ['demo-crash'] },
    'addresses./KF-9001/: found ["demo-crash"]; allowed: under an address such as /e/1/0123456789abcdef/',
  ],
  [{ [ADDRESS]: [] }, `addresses.${ADDRESS}: found []; allowed: at least one slug`],
  [
    { [ADDRESS]: ['../x'] },
    `addresses.${ADDRESS}[0]: found "../x"; allowed: the slug of an article`,
  ],
  [
    { [ADDRESS]: ['demo-crash', 'demo-crash'] },
    `addresses.${ADDRESS}: found ["demo-crash","demo-crash"]; allowed: each slug once`,
  ],
  [
    { [ADDRESS]: ['demo-crash', 'demo-gone'] },
    `${ADDRESS}: found the article "demo-gone"; allowed: the slug of an article`,
  ],
])('%j is one problem', async (addresses, problem) => {
  const text = typeof addresses === 'string' ? addresses : JSON.stringify({ addresses });
  const { problems } = await read(text);
  expect(problems.map(formatProblem)).toEqual([`${FILE} ${problem}`]);
});

test('an address may name an article by an earlier slug', async () => {
  const { problems } = await read(
    JSON.stringify({ addresses: { [ADDRESS]: ['demo-import-crash'] } }),
  );
  expect(problems).toEqual([]);
});

test('an article that cannot be read may have the earlier slug', async () => {
  const root = libraryWith(
    { file: FILE, from: '["demo-crash"]', to: '["demo-import-crash"]' },
    { file: 'content/articles/demo-crash/en.mdx', from: 'symptom: crash', to: 'symptom: none' },
  );
  const { problems } = await readLibrary(root);
  expect(problems.map(({ field }) => field)).toEqual(['symptom']);
});
