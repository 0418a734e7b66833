/** Names with a fixed spelling. General spelling is cspell's job. */
const NAMES = [
  'CPython',
  'GitHub',
  'GitLab',
  'LLVM',
  'macOS',
  'MinGW',
  'OpenBLAS',
  'OpenMP',
  'PyPI',
];

/** Projects with packages of the same name in lower case: `numpy 2.1` is a package and is correct, too. */
const PROJECTS = [
  'CMake',
  'Cython',
  'Numba',
  'NumPy',
  'PyO3',
  'PyTorch',
  'SciPy',
  'SWIG',
  'TensorFlow',
];

const byLowerCase = new Map([...NAMES, ...PROJECTS].map((name) => [name.toLowerCase(), name]));
const packages = new Set(PROJECTS.map((name) => name.toLowerCase()));

/** A word that is not part of a path, an address, a module or an option. */
const WORD = /(?<![\w/.@:'`*=-])[A-Za-z][A-Za-z0-9+]*(?![\w/@:'`*=([-]|\.\w)/g;

const QUOTATION = /["“「][^"“”「」]*["”」]/g;

/** A misspelled name; `index` is in UTF-16 units. */
export interface MisspelledName {
  index: number;
  found: string;
  wanted: string;
}

/** Finds names in prose whose spelling differs from the table, quotations aside. */
export function findMisspelledNames(text: string): MisspelledName[] {
  const unquoted = text.replace(QUOTATION, (quotation) => ' '.repeat(quotation.length));
  return [...unquoted.matchAll(WORD)].flatMap(({ index, 0: found }) => {
    const wanted = byLowerCase.get(found.toLowerCase());
    if (wanted === undefined || wanted === found || packages.has(found)) return [];
    return [{ index, found, wanted }];
  });
}
