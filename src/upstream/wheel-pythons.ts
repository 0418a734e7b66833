import { pythonVersions } from '../domain/versions/python-series.ts';
import type { Wheels } from '../domain/releases/releases.ts';

/** Platforms of the articles; Android, iOS and WebAssembly are left out. */
const PLATFORM = /^(?:any$|win|macosx|linux|manylinux|musllinux)/;

/** `cp313`, `py3`, `py37`. */
const PYTHON_TAG = /^(cp|py)3(\d{0,2})$/;

/** Maximum number of tags of one kind that are read from a name: twice the longest lists of PyPI. */
const MAX_TAGS = 20;

/**
 * Returns the supported interpreters that can install at least one of the wheels of a release, oldest first. PyPy and
 * other implementations are left out.
 *
 * @param filenames names of all files of the release, in lower case
 * @returns `any` if one wheel installs on every supported interpreter
 */
export function wheelPythons(filenames: readonly string[]): Wheels {
  const found = new Set<string>();
  for (const { python, abi } of filenames.flatMap(wheelTags)) {
    const names = pythonVersions.filter((name) => installs(name, python, abi));
    if (names.length === pythonVersions.length) return 'any';
    for (const name of names) found.add(name);
  }
  return pythonVersions.filter((name) => found.has(name));
}

/**
 * Returns the pairs of Python and ABI tags in the name of a wheel; none for other files and other platforms.
 *
 * @see https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/
 */
function wheelTags(filename: string): { python: string; abi: string }[] {
  if (!filename.endsWith('.whl')) return [];
  const fields = filename.slice(0, -'.whl'.length).split('-');
  // Name and version, perhaps a build number, and three lists of tags.
  if (fields.length < 5) return [];
  const [pythons = [], abis = [], places = []] = fields
    .slice(-3)
    .map((list) => list.split('.', MAX_TAGS));
  if (!places.some((place) => PLATFORM.test(place))) return [];
  return pythons.flatMap((python) => abis.map((abi) => ({ python, abi })));
}

/** Returns whether an interpreter, such as `3.13t`, accepts a Python tag with an ABI tag, such as `cp313` with `cp313t`. */
function installs(interpreter: string, python: string, abi: string): boolean {
  const [, implementation, digits = ''] = PYTHON_TAG.exec(python) ?? [];
  const minor = Number(digits);
  const isFreeThreaded = interpreter.endsWith('t');
  const own = Number.parseInt(interpreter.slice('3.'.length), 10);
  if (implementation === 'py') return abi === 'none' && own >= minor;
  if (implementation === undefined) return false;
  // Free-threaded builds have another stable ABI.
  if (abi === 'abi3') return !isFreeThreaded && own >= minor;
  return own === minor && ['none', isFreeThreaded ? `${python}t` : python].includes(abi);
}
