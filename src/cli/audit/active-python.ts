import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { BaseContext } from '../shared/command-context.ts';

/** An interpreter and what is installed for it. */
export interface ActivePython {
  /** Path of the interpreter. */
  executable: string;
  /** Its version, build and platform, as `python -m sysconfig` prints them. */
  machine: string;
  /** Its packages, as `pip list --format json` prints them. */
  packages: string;
}

/**
 * Asks the interpreter itself: an environment may have no pip, and pip before 22.2 has no `inspect`. Nothing is imported from
 * the current folder, whose files may come from strangers. The first of several distributions of one name is the one
 * that is imported.
 */
const SCRIPT = `
import sys
if sys.version_info < (3,): sys.exit(1)
sys.path[:] = [entry for entry in sys.path if entry]
import json, sysconfig
try:
    from importlib.metadata import distributions
    found = [(d.metadata["Name"], d.version) for d in distributions()]
except ImportError:
    import pkg_resources
    found = [(d.project_name, d.version) for d in pkg_resources.working_set]
packages = {}
for name, version in found:
    if name and version: packages.setdefault(name.lower().replace("_", "-"), (name, version))
flags = [(name, int(bool(sysconfig.get_config_var(name)))) for name in ("Py_DEBUG", "Py_GIL_DISABLED")]
print(json.dumps({
    "executable": sys.executable,
    "machine": "\\n".join(
        ['Platform: "%s"' % sysconfig.get_platform(), 'Python version: "%d.%d"' % sys.version_info[:2]]
        + ['\\t%s = "%s"' % flag for flag in flags + [("py_version", sys.version.split()[0].rstrip("+"))]]
    ),
    "packages": json.dumps([{"name": name, "version": version} for name, version in packages.values()]),
}))
`;

/** An interpreter with thousands of packages on a slow disk answers within a few seconds. Chosen. */
const TIMEOUT_MS = 60_000;

const MAX_OUTPUT_BYTES = 10 * 1024 * 1024;

/**
 * Returns the interpreter of the active environment, and what is installed there; `undefined` if there is none.
 *
 * @param isProject true to ignore an interpreter that is merely on the PATH: it may be of another version than the project's
 */
export async function activePython(
  { env, root }: BaseContext,
  { isProject = false } = {},
): Promise<ActivePython | undefined> {
  for (const executable of candidates(env, isProject)) {
    const answer = await ask(executable, env, root);
    if (answer) return answer;
  }
  return undefined;
}

/** Returns the interpreters to try that exist, the most specific first. */
function candidates(env: BaseContext['env'], isProject: boolean): string[] {
  const isWindows = process.platform === 'win32';
  const names = isWindows ? ['python.exe'] : ['python', 'python3'];
  const binaries = (folder: string) =>
    isWindows ? [`${folder}/Scripts`, folder] : [`${folder}/bin`];
  const active = [env['VIRTUAL_ENV'], env['CONDA_PREFIX']].flatMap((folder) =>
    folder ? binaries(folder) : [],
  );
  const onPath = isProject ? [] : (env['PATH'] ?? '').split(path.delimiter);
  return [...active, ...onPath]
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .filter((file) => existsSync(file));
}

function ask(
  executable: string,
  env: BaseContext['env'],
  cwd: string,
): Promise<ActivePython | undefined> {
  const options = {
    cwd,
    env: { ...env, PYTHONIOENCODING: 'utf-8' },
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    execFile(executable, ['-c', SCRIPT], options, (error, stdout) => {
      try {
        resolve(error ? undefined : (JSON.parse(stdout) as ActivePython));
      } catch {
        resolve(undefined);
      }
    });
  });
}
