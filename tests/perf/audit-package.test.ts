import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { largeLockFile } from '../support/large-lock-file.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the published command audits a lock file of 2,000 packages in less than a second', () => {
  execFileSync('node', ['src/cli/pack/pack-command.ts', 'command'], {
    cwd: root,
    env: { ...process.env, SITE_URL: 'https://faults.example' },
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'uv.lock'), largeLockFile());
  // The process reports its own processor time, start included; other processes do not count.
  const report =
    'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))';
  const command = path.join(root, 'dist-package/known-faults.mjs');
  const times = [1, 2, 3].map(() => {
    const args = ['--import', report, command, 'audit', '--json', 'uv.lock'];
    const { stderr } = spawnSync('node', args, { cwd: folder, encoding: 'utf8' });
    const { user, system } = JSON.parse(stderr);
    return (user + system) / 1_000;
  });
  expect(Math.min(...times)).toBeLessThan(1_000);
});
