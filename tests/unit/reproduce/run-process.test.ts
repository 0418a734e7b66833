import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { limitsMemory, runProcess } from '../../../src/reproduce/run-process.ts';
import { folderWith } from '../../support/folder.ts';

/** Runs a script in Node with limits. */
async function run(script: string, limits = { seconds: 30, memoryGib: 8 }) {
  const cwd = folderWith();
  return runProcess([process.execPath, '-e', script], {
    cwd,
    env: { PATH: process.env['PATH'] },
    limits,
    log: path.join(cwd, 'output.txt'),
    signal: new AbortController().signal,
  });
}

test('keeps the order of both streams', async () => {
  const script = `const fs = require('node:fs'); for (const fd of [1, 2, 1]) fs.writeSync(fd, fd + '\\n')`;
  expect(await run(script)).toMatchObject({ code: 0, output: '1\n2\n1\n', exceeded: undefined });
});

test('reports the exit code', async () => {
  expect(await run('process.exit(3)')).toMatchObject({ code: 3, signal: undefined });
});

test('ends a program and its children at the time limit', async () => {
  const script = `
    require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    setInterval(() => {}, 1000)`;
  expect(await run(script, { seconds: 1, memoryGib: 8 })).toMatchObject({ exceeded: 'time' });
});

test.runIf(process.platform === 'linux')('ends programs that have left its group', async () => {
  const cwd = folderWith();
  const script = `timeout 300 sh -c 'echo $$ > pid; sleep 300' & setsid sleep 300 & echo $! > other; sleep 300`;
  await runProcess(['sh', '-c', script], {
    cwd,
    env: { PATH: process.env['PATH'] },
    limits: { seconds: 1, memoryGib: 8 },
    log: path.join(cwd, 'output.txt'),
    signal: new AbortController().signal,
  });
  for (const name of ['pid', 'other']) {
    const pid = readFileSync(path.join(cwd, name), 'utf8').trim();
    const state = spawnSync('ps', ['-o', 'state=', '-p', pid], { encoding: 'utf8' }).stdout.trim();
    // A zombie has ended, and waits for its parent.
    expect(['', 'Z']).toContain(state);
  }
});

test('ends a program that prints without end', async () => {
  const script = `const text = 'x'.repeat(1024 * 1024); for (;;) require('node:fs').writeSync(1, text)`;
  expect(await run(script)).toMatchObject({ exceeded: 'output' });
});

test('starts nothing after an interruption, and ends what runs', async () => {
  const cwd = folderWith();
  const stop = new AbortController();
  const options = {
    cwd,
    env: { PATH: process.env['PATH'] },
    limits: { seconds: 30, memoryGib: 8 },
    log: path.join(cwd, 'output.txt'),
    signal: stop.signal,
  };
  const running = runProcess([process.execPath, '-e', 'setInterval(() => {}, 1000)'], options);
  stop.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
  await expect(runProcess([process.execPath, '--version'], options)).rejects.toThrow('stopped');
});

test.runIf(process.platform !== 'win32')('prints what a shell prints after a crash', async () => {
  const result = await run("console.log('a'); process.kill(process.pid, 'SIGSEGV')");
  expect(result).toMatchObject({ signal: 'SIGSEGV', output: 'a\nSegmentation fault\n' });
});

test.runIf(limitsMemory)('limits the memory', async () => {
  const cwd = folderWith();
  const { output } = await runProcess(['sh', '-c', 'ulimit -v; ulimit -c'], {
    cwd,
    env: { PATH: process.env['PATH'] },
    limits: { seconds: 30, memoryGib: 2 },
    log: path.join(cwd, 'output.txt'),
    signal: new AbortController().signal,
  });
  expect(output).toBe('2097152\n0\n');
});

test('a program that does not exist ends like in a shell', async () => {
  const cwd = folderWith();
  const result = await runProcess(['no-such-program'], {
    cwd,
    env: { PATH: process.env['PATH'] },
    limits: { seconds: 30, memoryGib: 8 },
    log: path.join(cwd, 'output.txt'),
    signal: new AbortController().signal,
  });
  expect(result.code).toBe(127);
});
