import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { houseStyleCommand } from '../../../../src/cli/check/house-style-command.ts';
import { testContext } from '../../../support/mock-server.ts';

/** Runs the command in a folder with some files. */
async function checkFiles(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const context = testContext(root);
  const status = await houseStyleCommand(context);
  return { status, lines: context.stdout.text.trimEnd().split('\n') };
}

test('prints file, line and replacement, and fails', async () => {
  const files = {
    '.github/workflows/ci.yml': '# It hangs on the runner.',
    'README.md': 'Fine.\n\nNumba is the culprit.',
    'src/lint/report.ts': 'export {};',
  };
  expect(await checkFiles(files)).toEqual({
    status: 1,
    lines: [
      '.github/workflows/ci.yml:1: found "hangs on"; write "depends on"',
      'README.md:3: found "culprit"; write "cause"',
      '3 files, 2 phrases to reword',
    ],
  });
});

test('skips articles, fixtures and other kinds of files', async () => {
  const text = 'It hangs on the version.';
  const files = {
    'content/articles/demo-crash/en.mdx': text,
    'tests/fixtures/sources/issue.ts': text,
    'src/styles/base.css': text,
    'tests/unit/search.test.ts': 'export {};',
  };
  expect(await checkFiles(files)).toEqual({ status: 0, lines: ['1 files, 0 phrases to reword'] });
});
