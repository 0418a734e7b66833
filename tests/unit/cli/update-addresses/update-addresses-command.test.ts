import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { updateAddressesCommand } from '../../../../src/cli/update-addresses/update-addresses-command.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { messageAddresses } from '../../../../src/domain/addresses/addresses.ts';
import { formatMessageAddresses } from '../../../../src/domain/addresses/message-addresses.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { testContext } from '../../../support/mock-server.ts';
import { root as project } from '../../../support/root.ts';

const FILE = 'content/message-addresses.json';
const CRASH = 'content/articles/demo-crash/en.mdx';

async function run(root: string) {
  const context = testContext(root);
  const code = await updateAddressesCommand([], context);
  return { code, out: context.stdout.text, err: context.stderr.text };
}

const addressesIn = (root: string) =>
  (JSON.parse(readFileSync(path.join(root, FILE), 'utf8')) as { addresses: object }).addresses;

test('adds the address of a new message, keeps that of the old one, and names articles by their slugs', async () => {
  const root = libraryWith(
    { file: CRASH, from: 'demo is broken (line <n>)', to: 'demo is lost' },
    {
      file: FILE,
      from: '92dc7110e9e24245/": ["demo-crash"]',
      to: '92dc7110e9e24245/": ["demo-import-crash"]',
    },
  );
  expect(await run(root)).toEqual({
    code: 0,
    out: `${FILE}: 3 addresses, 1 new\n`,
    err: '',
  });
  expect(addressesIn(root)).toEqual({
    '/e/1/7938cccc65cca9cc/': ['demo-crash'],
    '/e/1/92dc7110e9e24245/': ['demo-crash'],
    '/e/1/a0ddafa415d71be2/': ['demo-crash'],
  });
  expect((await run(root)).out).toBe(`${FILE}: 3 addresses, 0 new\n`);
});

test('writes the file if there is none', async () => {
  const root = libraryWith();
  rmSync(path.join(root, FILE));
  expect((await run(root)).out).toBe(`${FILE}: 1 addresses, 1 new\n`);
  expect(addressesIn(root)).toEqual({ '/e/1/7938cccc65cca9cc/': ['demo-crash'] });
});

test('changes nothing as long as the library has a problem', async () => {
  const root = libraryWith({ file: CRASH, from: 'symptom: crash', to: 'symptom: none' });
  const before = readFileSync(path.join(root, FILE), 'utf8');
  const { code, err } = await run(root);
  expect(code).toBe(2);
  expect(err).toContain('Fix what `npm run check` reports first.');
  expect(readFileSync(path.join(root, FILE), 'utf8')).toBe(before);
});

test('has recorded the addresses of all messages of this library; if not, run it', async () => {
  const { articles, messageAddresses: published } = await readLibrary(project);
  const all = messageAddresses(
    articles.map(({ slug, facts }) => ({ slug, ...facts })),
    published,
  );
  expect(readFileSync(path.join(project, FILE), 'utf8')).toBe(formatMessageAddresses(all));
});
