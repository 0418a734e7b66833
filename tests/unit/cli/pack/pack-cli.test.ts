import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { packCommand } from '../../../../src/cli/pack/pack-command.ts';
import { largeLockFile } from '../../../support/large-lock-file.ts';
import { testContext } from '../../../support/mock-server.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const printed =
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";

beforeAll(() => {
  execFileSync('node', ['src/cli/pack/pack-command.ts', 'command'], {
    cwd: root,
    env: { ...process.env, SITE_URL: 'https://faults.example' },
  });
});

test('the published package diagnoses and audits piped input outside the clone, without other packages', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const npm = (args: string[]) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: os.platform() === 'win32' });
  npm(['pack', '--silent', path.join(root, 'dist-package')]);
  npm(['init', '-y']);
  npm(['install', '--offline', '--no-audit', '--no-fund', './known-faults-0.1.0.tgz']);
  const runFrom = (command: string, args: string[], input = '') =>
    spawnSync(command, args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      shell: os.platform() === 'win32',
    });
  const run = (args: string[], input = '') =>
    runFrom(path.join(folder, 'node_modules/.bin/known-faults'), args, input);

  const { status, stdout } = run(['diagnose'], `cc: warning\n${printed}\n`);
  expect(status).toBe(0);
  expect(stdout).toContain(`Line 2: ${printed.slice(0, 50)}`);
  expect(stdout).toContain('https://faults.example/KF-0003/');
  expect(run(['diagnose', '--lang', 'zh'], printed).stdout).toContain('/zh/KF-0003/');
  expect(run(['diagnose', '--json'], 'KeyError: 1').status).toBe(1);
  const audited = run(['audit', '--all'], 'numba==0.60.0\n');
  expect(audited.stdout).toContain('https://faults.example/KF-0003/');
  writeFileSync(path.join(folder, 'uv.lock'), largeLockFile());
  const { machine, possible } = JSON.parse(run(['audit', '--json', 'uv.lock']).stdout);
  expect(machine.packages).toBe(2_000);
  expect(possible.map(({ id }: { id: string }) => id)).toContain('KF-0003');
  const { stdout: usage } = runFrom('npx', ['--offline', 'known-faults', '--help']);
  expect(usage).toContain('Usage: npx known-faults COMMAND');
  const wrong = run(['diagnos']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain(
    'found diagnos; allowed: diagnose, run, audit, show, address. Did you mean diagnose?',
  );
});

test('the published command prints its version, and reports a Node that is too old', () => {
  const command = path.join(root, 'dist-package/known-faults.mjs');
  const { stdout } = spawnSync('node', [command, '--version'], { encoding: 'utf8' });
  expect(stdout).toBe('0.1.0\n');
  const pretend =
    'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})';
  const old = spawnSync('node', ['--import', pretend, command, 'diagnose'], { encoding: 'utf8' });
  expect(old.stderr).toBe('Node 18.20.8 is too old: Known Faults needs 20 or later.\n');
  expect(old.status).toBe(1);
  // A named import of what Node 18 lacks would fail before the check.
  const imports = readFileSync(command, 'utf8')
    .match(/^import .*$/gm)
    ?.join('\n');
  expect(imports).toContain('node:util');
  expect(imports).not.toContain('styleText');
});

test.each([
  [{}, 'SITE_URL is not set'],
  [
    { SITE_URL: 'ftp://faults.example' },
    'SITE_URL: found ftp://faults.example; allowed: an http or https address.',
  ],
])('no package is built without the address of a site: %j', async (env, message) => {
  const context = testContext(root, env);
  expect(await packCommand(['command'], context)).toBe(2);
  expect(context.stderr.text).toContain(message);
});

test.each([
  [['cli'], 'Found cli; allowed: action, command.'],
  [['action', 'command'], 'Found 2 arguments; allowed: action, command, or none for both.'],
])('%j is a usage error', async (args, message) => {
  const context = testContext(root);
  expect(await packCommand(args, context)).toBe(2);
  expect(context.stderr.text).toContain(message);
});
