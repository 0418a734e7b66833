/** How names are written that many write in another way. One table; general spelling is cspell's. */
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

/** Names of projects whose packages are called the same in small letters: `numpy 2.1` is what one installs. */
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

/** Words that could be such a name: not parts of paths, addresses and modules. A sentence may end behind one. */
const WORD = /(?<![\w/.@:'`*=-])[A-Za-z][A-Za-z0-9+]*(?![\w/@:'`*=([-]|\.\w)/g;

/** What somebody or something else said. */
const QUOTED = /"[^"]*"|“[^“”]*”|「[^「」]*」/g;

/** A name that is written in another way than everywhere else. */
export interface Term {
  index: number;
  found: string;
  wanted: string;
}

/** The names in a text of prose that are written in another way. */
export function wrongTerms(text: string): Term[] {
  const own = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return [...own.matchAll(WORD)].flatMap(({ index, 0: found }) => {
    const wanted = byLetters.get(found.toLowerCase());
    if (wanted === undefined || wanted === found || packages.has(found)) return [];
    return [{ index, found, wanted }];
  });
}
