import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { activePython } from '../../../../src/cli/audit/active-python.ts';
import { auditCommand } from '../../../../src/cli/audit/audit-command.ts';
import { folderWith } from '../../../support/folder.ts';
import { auditFault } from '../../../support/make-audit-fault.ts';
import { testContext } from '../../../support/mock-server.ts';

const faults = [auditFault('KF-0001'), auditFault('KF-0002', { platforms: ['windows'] })];

const uvLock = 'version = 1\n[[package]]\nname = "numpy"\nversion = "1.26.4"\n';

interface Call {
  args?: string[];
  env?: Record<string, string>;
  /** Piped text; `undefined` for a terminal. */
  input?: string;
}

async function audit(folder: string, { args = [], env = {}, input }: Call = {}) {
  const stdin = Object.assign(Readable.from([Buffer.from(input ?? '')]), {
    isTTY: input === undefined,
  });
  const context = testContext(folder, env, {
    stdin,
    loadKnowledge: async () => ({ faults, cards: {}, site: 'https://faults.example' }),
  });
  const status = await auditCommand(args, context);
  const stdout = stripVTControlCharacters(context.stdout.text);
  return { status, stdout, stderr: context.stderr.text };
}

/** Returns the files that an audit without arguments reads. */
async function filesRead(files: Record<string, string>): Promise<string[]> {
  const { stdout } = await audit(folderWith(files), { args: ['--json'] });
  return JSON.parse(stdout).sources.map(({ file }: { file: string }) => file);
}

describe('without a file', () => {
  const requirements = { 'requirements.txt': 'numpy==1.26.4\n' };
  const cargoLock = { 'Cargo.lock': '[[package]]\nname = "pyo3"\nversion = "0.22.0"\n' };

  test.each<[string, Record<string, string>, string[]]>([
    ['the lock file', { 'uv.lock': uvLock }, ['uv.lock']],
    ['those of Python and Rust', { 'uv.lock': uvLock, ...cargoLock }, ['uv.lock', 'Cargo.lock']],
    ['no requirements beside a lock file', { 'uv.lock': uvLock, ...requirements }, ['uv.lock']],
    [
      'all requirements without a lock file',
      { ...requirements, 'requirements-dev.txt': 'scipy==1.14\n', 'notes.txt': 'numpy==1.0\n' },
      ['requirements-dev.txt', 'requirements.txt'],
    ],
    [
      'requirements beside Cargo.lock',
      { ...requirements, ...cargoLock },
      ['requirements.txt', 'Cargo.lock'],
    ],
  ])('reads %s', async (_name, files, read) => {
    expect(await filesRead(files)).toEqual(read);
  });

  test.each(['', '\n'])('reads the lock file if %j is piped, as in a CI job', async (input) => {
    const { stdout } = await audit(folderWith({ 'uv.lock': uvLock }), { input });
    expect(stdout).toContain('uv.lock: 1 package (uv-lock)\n');
  });

  test('reads what is piped rather than the lock file', async () => {
    const input = 'scipy==1.14.0\n';
    const { stdout } = await audit(folderWith({ 'uv.lock': uvLock }), { input });
    expect(stdout).toContain('standard input: 1 package (pip-freeze)\n');
  });

  test('says what to give if there is nothing to read', async () => {
    expect(await audit(folderWith({}), { env: { PATH: '' } })).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'Found no lock file in this folder and no Python 3 on the PATH; allowed: a FILE, or the output of pip list as input.\n' +
        'Try `npx known-faults audit --help`.\n',
    });
  });
});

/** Creates an environment whose interpreter answers that NumPy is installed. */
function environment(packages = [{ name: 'numpy', version: '1.26.4' }]): string {
  const answer = JSON.stringify({
    executable: '/opt/demo/bin/python',
    machine: 'Platform: "macosx-14.0-arm64"\n\tPy_GIL_DISABLED = "1"\n\tpy_version = "3.13.2"',
    packages: JSON.stringify(packages),
  });
  return folderWithProgram('bin/python', `cat <<'END'\n${answer}\nEND`);
}

function folderWithProgram(name: string, script: string): string {
  const folder = folderWith({ [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(path.join(folder, name), 0o755);
  return folder;
}

describe('the interpreter', () => {
  const { PATH = '' } = process.env;

  test.each(['VIRTUAL_ENV', 'CONDA_PREFIX'])(
    'of the environment in %s is asked for its packages, version, build and platform',
    async (name) => {
      const env = { [name]: environment(), PATH };
      const { status, stdout } = await audit(folderWith({}), { args: ['--json'], env });
      const { machine, findings } = JSON.parse(stdout);
      expect(status).toBe(1);
      expect(machine).toEqual({
        python: '3.13.2',
        platform: 'macos',
        build: 'free-threaded',
        packages: 1,
        interpreter: '/opt/demo/bin/python',
      });
      expect(findings).toMatchObject([{ id: 'KF-0001', packages: [{ version: '1.26.4' }] }]);
    },
  );

  test('is named in the text, with the options that override it', async () => {
    const env = { PATH: `${environment()}/bin${path.delimiter}${PATH}` };
    const { stdout } = await audit(folderWith({}), { env });
    expect(stdout).toMatch(
      /^\/opt\/demo\/bin\/python: 1 package \(sysconfig, pip-list-json\)\nPython 3\.13\.2, free-threaded, macos \(from \/opt\/demo\/bin\/python; --python,\n--platform and --build override it\)\n/,
    );
  });

  test('that is active tells the version and the platform for a lock file', async () => {
    const { stdout } = await audit(folderWith({ 'uv.lock': uvLock }), {
      args: ['--json', '--platform', 'windows'],
      env: { VIRTUAL_ENV: environment([{ name: 'scipy', version: '1.14.0' }]), PATH },
    });
    const { machine, findings } = JSON.parse(stdout);
    expect(machine).toMatchObject({ python: '3.13.2', platform: 'windows', packages: 1 });
    expect(findings.map(({ id }: { id: string }) => id)).toEqual(['KF-0001', 'KF-0002']);
  });

  test('that is merely on the PATH says nothing about a lock file', async () => {
    const { stdout } = await audit(folderWith({ 'uv.lock': uvLock }), {
      args: ['--json'],
      env: { PATH: `${environment()}/bin` },
    });
    expect(JSON.parse(stdout).machine).toEqual({ packages: 1 });
  });

  test.each(['exit 9', 'echo Python was not found'])(
    'is the next one on the PATH if the first one answers with %s',
    async (script) => {
      const folders = [folderWithProgram('python', script), `${environment()}/bin`, PATH];
      const env = { PATH: folders.join(path.delimiter) };
      expect((await audit(folderWith({}), { env })).stdout).toContain('Python 3.13.2');
    },
  );

  test('is not a program of the current folder', async () => {
    const folder = environment();
    const env = { PATH: ['', '.', 'bin'].join(path.delimiter) };
    expect((await audit(folder, { env })).status).toBe(2);
  });
});

// The only program that the tests cannot bring along.
const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
  encoding: 'utf8',
}).stdout?.trim();

describe.runIf(python)('a real interpreter', () => {
  const ask = (folder: string, env: Record<string, string>) =>
    activePython({ ...testContext(folder, env), root: folder });

  test('lists what is installed in an environment without pip', async () => {
    const folder = folderWith({});
    execFileSync(python, ['-m', 'venv', '--without-pip', folder]);
    const executable = path.join(folder, 'bin/python');
    const script = 'import sysconfig; print(sysconfig.get_path("purelib"))';
    const site = execFileSync(executable, ['-c', script], { encoding: 'utf8' }).trim();
    mkdirSync(`${site}/demo_package-1.0.dist-info`);
    writeFileSync(
      `${site}/demo_package-1.0.dist-info/METADATA`,
      'Metadata-Version: 2.1\nName: demo-package\nVersion: 1.0\n',
    );
    const answer = await ask(folder, { VIRTUAL_ENV: folder });
    expect(answer?.packages).toBe('[{"name": "demo-package", "version": "1.0"}]');
    expect(answer?.machine).toMatch(
      /^Platform: "[\w.-]+"\nPython version: "3\.\d+"\n\tPy_DEBUG = "[01]"\n\tPy_GIL_DISABLED = "[01]"\n\tpy_version = "3\.\d+\.\w+"$/,
    );
  });

  test('imports nothing from the current folder', async () => {
    const hostile = { 'json.py': 'raise SystemExit(3)', 'sysconfig.py': 'raise SystemExit(3)' };
    const answer = await ask(folderWith(hostile), { PATH: path.dirname(python) });
    expect(answer).toBeDefined();
  });
});
