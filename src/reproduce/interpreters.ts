import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { readPython } from '../domain/versions/python-release.ts';
import { compareVersions } from '../domain/versions/versions.ts';

/** A Python found on this machine. */
export interface Interpreter {
  executable: string;
  /** `3.11.7` */
  version: string;
  isFreeThreaded: boolean;
  isDebug: boolean;
  /** Folder of the standard library. */
  library: string;
  /** True if extensions can be compiled for it. */
  hasHeaders: boolean;
}

const PROBE = `
import sys, sysconfig, json, os
get = sysconfig.get_config_var
print(json.dumps({
    "executable": sys.executable,
    "version": "%d.%d.%d" % sys.version_info[:3],
    "isFreeThreaded": bool(get("Py_GIL_DISABLED")),
    "isDebug": hasattr(sys, "gettotalrefcount"),
    "library": sysconfig.get_path("stdlib"),
    "hasHeaders": os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")),
    "isEnvironment": sys.prefix != getattr(sys, "base_prefix", sys.prefix) or hasattr(sys, "real_prefix"),
}))
`;

/** An interpreter on a slow disk starts within a few seconds. Chosen. */
const TIMEOUT_MS = 30_000;

/** `python3.13t`, `python2.7`, `python.exe`; not `python3.11-config`. */
const PROGRAM = /^python(?:\d(?:\.\d{1,2}t?)?)?(?:\.exe)?$/;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Finds the Pythons of this machine: on the PATH, of pyenv, of uv, and of conda. Environments are left out: what is
 * installed there would differ on every machine.
 */
export async function findInterpreters(env: Variables): Promise<Interpreter[]> {
  const files = new Set<string>();
  for (const file of candidates(env)) {
    // The same program under several names.
    if (existsSync(file)) files.add(realpathSync(file));
  }
  const probed = await Promise.all([...files].map(probe));
  return probed.flatMap((interpreter) => interpreter ?? []);
}

/**
 * Chooses the Python that a reproduction asks for: of several, one for which extensions can be compiled, then the newest.
 *
 * @param wanted such as `3.11`, `3.11.7`, `3.13t`; any Python 3 with the GIL if `undefined`
 */
export function chooseInterpreter(
  interpreters: readonly Interpreter[],
  wanted: string | undefined,
): Interpreter | undefined {
  const python = wanted === undefined ? undefined : readPython(wanted);
  const prefix = python ? `${python.release ?? python.series}.` : '3.';
  return interpreters
    .filter(({ version, isFreeThreaded, isDebug }) => {
      const isWanted = `${version}.`.startsWith(prefix);
      return isWanted && !isDebug && isFreeThreaded === (python?.isFreeThreaded ?? false);
    })
    .sort(
      (a, b) =>
        Number(b.hasHeaders) - Number(a.hasHeaders) ||
        compareVersions('PyPI', b.version, a.version),
    )[0];
}

function candidates(env: Variables): string[] {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const program = process.platform === 'win32' ? 'python.exe' : 'bin/python';
  const underHome = (...names: string[]) => path.join(home, ...names);
  const versions = (folder: string) =>
    list(folder).flatMap((name) => [
      path.join(folder, name, program),
      path.join(folder, name, `${program}3`),
    ]);
  return [
    ...(env['PATH'] ?? '')
      .split(path.delimiter)
      // Shims ask pyenv for the version of the current folder.
      .filter((folder) => folder !== '' && !folder.includes(`${path.sep}shims`))
      .flatMap((folder) =>
        list(folder).flatMap((name) => (PROGRAM.test(name) ? [path.join(folder, name)] : [])),
      ),
    ...versions(path.join(env['PYENV_ROOT'] ?? underHome('.pyenv'), 'versions')),
    ...versions(env['UV_PYTHON_INSTALL_DIR'] ?? underHome('.local/share/uv/python')),
    ...condaFolders(underHome('.conda/environments.txt')).map((folder) =>
      path.join(folder, program),
    ),
  ];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Returns the folders of all conda environments, which conda lists in a file. */
function condaFolders(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  } catch {
    return [];
  }
}

async function probe(executable: string): Promise<Interpreter | undefined> {
  try {
    const { stdout } = await promisify(execFile)(executable, ['-c', PROBE], {
      timeout: TIMEOUT_MS,
      env: {},
    });
    const { isEnvironment, ...interpreter } = JSON.parse(stdout) as Interpreter & {
      isEnvironment: boolean;
    };
    return isEnvironment ? undefined : { ...interpreter, executable };
  } catch {
    return undefined;
  }
}
