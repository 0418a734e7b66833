import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, copyProject, startAstro } from '../support/astro-project.ts';
import { folderWith } from '../support/folder.ts';
import { FIXTURE_LIBRARY, root } from '../support/root.ts';

let project: string;

beforeAll(() => {
  project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
});

afterAll(() => rmSync(project, { recursive: true }));

/** Undoes what tests and CI set. */
const unset = { ASTRO_TELEMETRY_DISABLED: undefined, CI: undefined };

test('Astro reports nothing, not even when it is started directly', async () => {
  const home = folderWith({
    'record.mjs': `
      import { appendFileSync } from 'node:fs';
      globalThis.fetch = async (url) => {
        appendFileSync(new URL('requests.txt', import.meta.url), url + '\\n');
        return new Response();
      };`,
  });
  const hook = pathToFileURL(path.join(home, 'record.mjs'));
  const env = { ...unset, HOME: home, NODE_OPTIONS: `--import ${hook}` };
  const child = startAstro(['sync'], { cwd: project, env });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(existsSync(path.join(home, 'requests.txt'))).toBe(false);
});

test('the scripts of the package run Astro where the home folder cannot be written', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const dev = scripts.dev.split(' && ').at(-1);
  for (const command of [dev.replace(/ dev$/, ' sync'), scripts.build.split(' && ').at(-1)]) {
    const { status, stderr } = spawnSync(command, {
      cwd: project,
      env: { ...process.env, ...unset, HOME: '/dev/null/home', XDG_CONFIG_HOME: undefined },
      encoding: 'utf8',
      shell: true,
    });
    expect([status, stderr]).toEqual([0, '']);
  }
});

test('a clone whose path the build tools cannot handle is refused before the build', async () => {
  const renamed = `${project}%20x`;
  renameSync(project, renamed);
  try {
    const { code, output } = await build({ cwd: renamed });
    expect(output).toContain(`contains "%", which the build tools cannot handle`);
    expect(output).not.toContain('Building');
    expect(code).toBe(1);
  } finally {
    renameSync(renamed, project);
  }
});
