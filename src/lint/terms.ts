/** Standard spelling of names that are often misspelled. cspell checks general spelling. */
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

/** Projects whose packages have the same name in lower case: `numpy 2.1` is correct for the package. */
const PACKAGES = [
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

const byLetters = new Map([...NAMES, ...PACKAGES].map((name) => [name.toLowerCase(), name]));
const packages = new Set(PACKAGES.map((name) => name.toLowerCase()));

/** Matches words that could be such a name, but not parts of paths, addresses and modules. A period may follow. */
const WORD = /(?<![\w/.@:'`*=-])[A-Za-z][A-Za-z0-9+]*(?![\w/@:'`*=([-]|\.\w)/g;

/** Matches quotations, which keep their spelling. */
const QUOTED = /"[^"]*"|“[^“”]*”|「[^「」]*」/g;

/** A nonstandard spelling of a name. */
export interface Term {
  index: number;
  found: string;
  wanted: string;
}

/** Finds nonstandard spellings of names in prose. */
export function wrongTerms(text: string): Term[] {
  const own = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return [...own.matchAll(WORD)].flatMap(({ index, 0: found }) => {
    const wanted = byLetters.get(found.toLowerCase());
    if (wanted === undefined || wanted === found || packages.has(found)) return [];
    return [{ index, found, wanted }];
  });
}
