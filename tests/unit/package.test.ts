import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const printed =
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";

beforeAll(() => {
  execFileSync('node', ['src/cli/pack.ts', 'command'], {
    cwd: root,
    env: { ...process.env, SITE_URL: 'https://faults.example' },
  });
});

test('the published package diagnoses a pipe, far from the clone and without other packages', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const npm = (args: string[]) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: os.platform() === 'win32' });
  npm(['pack', '--silent', path.join(root, 'dist-package')]);
  npm(['init', '-y']);
  npm(['install', '--offline', '--no-audit', '--no-fund', './known-faults-0.1.0.tgz']);
  const run = (args: string[], input = '') =>
    spawnSync('npx', ['--offline', 'known-faults', ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      shell: os.platform() === 'win32',
    });

  const { status, stdout } = run(['diagnose'], `cc: warning\n${printed}\n`);
  expect(status).toBe(0);
  expect(stdout).toContain(`line 2: ${printed}`);
  expect(stdout).toContain('https://faults.example/KF-0003/');
  expect(run(['diagnose', '--json'], 'KeyError: 1').status).toBe(1);
  expect(run(['--help']).stdout).toContain('Usage: npx known-faults COMMAND');
  const wrong = run(['diagnos']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('No command diagnos.');
});

test('without an address of the site no package is made', () => {
  const { SITE_URL: _, ...env } = process.env;
  const { status, stderr } = spawnSync('node', ['src/cli/pack.ts'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('SITE_URL is not set');
});
