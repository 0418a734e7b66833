import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditCommand } from '../../../src/cli/audit/audit-command.ts';
import { checkCommand } from '../../../src/cli/check/check-command.ts';
import { diagnoseCommand } from '../../../src/cli/diagnose/diagnose-command.ts';
import { loadCommandKnowledge } from '../../../src/cli/known-faults/command-knowledge.ts';
import {
  knownFaults,
  type KnownFaultsContext,
} from '../../../src/cli/known-faults/known-faults.ts';
import { newCommand } from '../../../src/cli/new/new-command.ts';
import { packCommand } from '../../../src/cli/pack/pack-command.ts';
import { serveCommand } from '../../../src/cli/serve/serve-command.ts';
import type { CommandContext } from '../../../src/cli/shared/command-context.ts';
import type { Command } from '../../../src/cli/shared/define-command.ts';
import { updateReleasesCommand } from '../../../src/cli/update-releases/update-releases-command.ts';
import { updateUpstreamCommand } from '../../../src/cli/update-upstream/update-upstream-command.ts';
import { folderWith } from '../../support/folder.ts';
import { libraryWith } from '../../support/library-copy.ts';
import { mockServer, testContext } from '../../support/mock-server.ts';
import { root } from '../../support/root.ts';

/** Retitles the window, writes to the clipboard, reverses the order of the characters, and hides some. */
const HOSTILE = '\u001b]0;x\u0007\u001b]52;c;eA==\u001b\\\u009b2J\u202e\u2066\u200b\r';
const SHOWN = String.raw`\u001b]0;x\u0007`;

/** Characters that a terminal would obey or not show. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u200b]/u;

const knowledge = loadCommandKnowledge(
  path.join(root, 'tests/fixtures/library'),
  'https://faults.example',
);

type AnyCommand = Command<CommandContext & KnownFaultsContext>;

/** Runs a command and returns all that it printed. */
async function printed(
  command: AnyCommand,
  args: string[],
  { folder = '/nowhere', env = {}, input = '' } = {},
): Promise<string> {
  const context = testContext(folder, env, {
    stdin: Readable.from([Buffer.from(input)]),
    loadKnowledge: () => knowledge,
    readVersion: async () => '1.2.3',
  });
  await command(args, context);
  return context.stdout.text + context.stderr.text;
}

const lines = fc.string({
  unit: fc.oneof(
    ...[HOSTILE, '\n', 'demo==1.0.0', '-r ', 'Fatal Python error: demo is broken (line 4218)'].map(
      fc.constant,
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
});

test.each<[string, AnyCommand, string[]]>([
  ['audit', auditCommand, ['-']],
  ['audit --json', auditCommand, ['--json', '-']],
  ['diagnose', diagnoseCommand, []],
  ['diagnose --json', diagnoseCommand, ['--json']],
])('%s prints no control characters from its input', async (_name, command, args) => {
  await fc.assert(
    fc.asyncProperty(lines, async (input) => {
      expect(await printed(command, args, { input })).not.toMatch(CONTROL);
    }),
    { numRuns: 50 },
  );
});

test.each<[string, AnyCommand, string[], Record<string, string>?]>([
  ['an unknown command', knownFaults, [HOSTILE]],
  ['an unknown option', auditCommand, [`--${HOSTILE}`]],
  ['an ignored id', auditCommand, ['--ignore', HOSTILE]],
  ['a file to audit', auditCommand, [`${HOSTILE}.txt`]],
  ['a baseline', auditCommand, ['--baseline', HOSTILE, '-']],
  ['a log', diagnoseCommand, [HOSTILE]],
  ['an article to check', checkCommand, [HOSTILE]],
  ['a format', checkCommand, ['--format', HOSTILE]],
  ['a slug', newCommand, ['--slug', HOSTILE]],
  ['a source', newCommand, ['--from', HOSTILE]],
  ['a target', packCommand, [HOSTILE]],
  ['a folder to serve', serveCommand, ['--dir', HOSTILE]],
  ['a package', updateReleasesCommand, ['--only', HOSTILE]],
  ['a mirror', updateUpstreamCommand, [], { GITHUB_API_URL: HOSTILE }],
])('%s is escaped in a usage error', async (_name, command, args, env) => {
  const folder = path.join(root, 'tests/fixtures/library');
  const text = await printed(command, args, { folder, ...(env && { env }), input: 'a==1' });
  expect(text).toContain(SHOWN);
  expect(text).not.toMatch(CONTROL);
});

test('audit escapes names of files and packages, references and lines, each within its line', async () => {
  const name = `${HOSTILE}\nnumpy.txt`;
  const folder = folderWith({
    [name]: `demo==1.0.0\na==1\nb==1\nc==1\n-r ${HOSTILE}.txt\n${HOSTILE} has no version\n`,
  });
  const text = await printed(auditCommand, [name], { folder });
  expect(text).toContain(SHOWN);
  expect(text).not.toMatch(CONTROL);
  expect(text).not.toMatch(/^numpy\.txt/m);
});

test.each([[[]], [['--json']], [['--format', 'github']]])(
  'check %j escapes names and texts of files',
  async (args) => {
    const folder = libraryWith({
      file: 'content/articles/demo-crash/en.mdx',
      from: 'builds: [gil]',
      to: `builds: [gil] # ${HOSTILE}`,
    });
    const unknown = path.join(folder, 'content/articles/demo-hang', `${HOSTILE.slice(1)}.mdx`);
    mkdirSync(path.dirname(unknown), { recursive: true });
    writeFileSync(unknown, '');
    const text = await printed(checkCommand, args, { folder });
    expect(text).toContain(String.raw`\u202e`);
    expect(text).not.toMatch(CONTROL);
  },
);

test('update:upstream escapes the answers of servers', async () => {
  const { url } = await mockServer(() => ({ status: 403, body: { message: HOSTILE } }));
  const env = { GITHUB_API_URL: url, PYPI_INDEX_URL: url, CRATES_INDEX_URL: url };
  const text = await printed(updateUpstreamCommand, [], { folder: libraryWith(), env });
  expect(text).toContain('Not checked');
  expect(text).not.toMatch(CONTROL);
});

test('an unexpected error is escaped, too, and ends with exit code 1', () => {
  const source = `
    import { baseContext } from './src/cli/shared/command-context.ts';
    import { runCommand } from './src/cli/shared/run-command.ts';
    const fail = async () => { throw new Error(${JSON.stringify(HOSTILE)}); };
    await runCommand(fail, baseContext());`;
  const { status, stderr } = spawnSync('node', ['--input-type=module', '-e', source], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toContain(`Error: ${SHOWN}`);
  expect(stderr).not.toMatch(CONTROL);
  expect(status).toBe(1);
});
