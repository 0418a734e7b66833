import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCommandKnowledge } from '../../../../src/cli/known-faults/command-knowledge.ts';
import { readArticleText } from '../../../../src/cli/show/article-text.ts';
import { showCommand } from '../../../../src/cli/show/show-command.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';
import { stripVTControlCharacters } from 'node:util';
import { MemoryOutput, testContext } from '../../../support/mock-server.ts';

const library = path.resolve(import.meta.dirname, '../../../fixtures/library');
const site = 'https://faults.example';

async function run(args: string[], other: object = {}) {
  const context = testContext(
    '/nowhere',
    {},
    {
      loadKnowledge: (locale?: Locale) => loadCommandKnowledge(library, site, locale),
      ...other,
    },
  );
  const status = await showCommand(args, context);
  return {
    status,
    stdout: stripVTControlCharacters(context.stdout.text),
    stderr: context.stderr.text,
  };
}

const articleText = (slug: string, locale: Locale) => readArticleText(library, site, slug, locale);

test('begins with title, fix and facts, and goes on with the text', async () => {
  const { status, stdout } = await run(['KF-9001'], { articleText });
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Importing demo crashes \(KF-9001\)\n {2}Upgrade demo to 1\.2\.0 or later\.\n {4}pip install --upgrade "demo>=1\.2\.0"\n {2}https:\/\/faults\.example\/KF-9001\/\n\nAffected versions: demo /,
  );
  expect(stdout).toMatch(/^What you see$/m);
});

test('shows the summary and the signatures where the text is not available', async () => {
  const { stdout } = await run(['KF-9001']);
  expect(stdout).toContain('\nSignatures:\n  Fatal Python error: demo is broken (line <n>)\n');
  expect(stdout).not.toContain('What you see');
});

test('--lang shows the facts in another language, and the English text if it is not translated', async () => {
  const { stdout } = await run(['--lang', 'zh', 'KF-9001'], { articleText });
  expect(stdout).toContain('  https://faults.example/zh/KF-9001/\n\n受影响版本: demo ');
  expect(stdout).toContain('\nWhat you see\n');
});

test.each([
  'kf-9001',
  'demo-crash',
  'https://faults.example/KF-9001/',
  'https://faults.example/zh/articles/demo-crash/#cause',
  'articles/demo-crash/',
])('%s names an article', async (name) => {
  expect((await run([name])).stdout).toContain('(KF-9001)');
});

test('is paged on a terminal by the pager that the reader has chosen', async () => {
  const stdout = new MemoryOutput(true);
  // The pager writes to the terminal itself, which is not the output of the command.
  await run(['KF-9001'], { stdout, env: { ...process.env, PAGER: 'true' } });
  expect(stdout.text).toBe('');
});

test('is written as it is if there is no pager', async () => {
  const stdout = new MemoryOutput(true);
  await run(['KF-9001'], { stdout, env: { ...process.env, PAGER: 'no-such-pager' } });
  expect(stdout.text).toContain('(KF-9001)');
});

const allowed = 'allowed: an id such as KF-0001, a slug, or the address of an article.';

test.each([
  [[], `ARTICLE: found nothing; ${allowed}`],
  [['KF-0001'], `ARTICLE: found KF-0001; ${allowed}`],
  [['demo-crahs'], `ARTICLE: found demo-crahs; ${allowed} Did you mean demo-crash?`],
  [['demo', 'crash'], 'ARTICLE: found 2 arguments; allowed: one.'],
  [['--lang', 'fr', 'KF-9001'], '--lang: found fr; allowed: en, zh.'],
])('%j is a usage error', async (args, message) => {
  expect(await run(args)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${message}\nTry \`npx known-faults show --help\`.\n`,
  });
});
