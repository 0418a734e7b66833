import { readPaste, type Localization } from '../clean/read-paste.ts';

/** Kinds of errors that differ in their usual next steps. */
export const errorKinds = [
  'missing-module',
  'missing-header',
  'missing-library',
  'linker',
  'versions',
  'crash',
  'compiler',
  'other',
] as const;

export type ErrorKind = (typeof errorKinds)[number];

/** The error at the end of a paste that no article explains. */
export interface LastError {
  /** As it was printed, but without colors and prefixes. */
  line: string;
  kind: ErrorKind;
  /** True if the paste mentions a package of the library, or a program or file that only native extensions involve. */
  isNative: boolean;
}

/** In UTF-16 units. The last error of a log is near its end; chosen. */
const MAX_LENGTH = 100_000;

/** Lines of each kind of error; the first that matches decides. */
const KINDS: readonly (readonly [ErrorKind, RegExp])[] = [
  [
    'missing-header',
    /\.h(?:h|pp|xx)?['":]{0,3} (?:no such file|file not found)|\bC1083\b|cannot open source file/i,
  ],
  [
    'missing-library',
    /cannot open shared object file|DLL load failed|Library not loaded|image not found|\b(?:GLIBC|GLIBCXX|CXXABI)_\d|wrong ELF class|invalid ELF header/i,
  ],
  ['missing-module', /ModuleNotFoundError|No module named|cannot import name/i],
  [
    'linker',
    /undefined (?:reference|symbol)|unresolved external|\bLNK\d{4}\b|cannot find -l|symbols? not found|multiple definition|duplicate symbol|error: linking with/i,
  ],
  [
    'versions',
    /ResolutionImpossible|No matching distribution|Could not find a version|conflicting dependencies|requires a different python|not a supported wheel|failed to select a version|no solution found|incompatible with/i,
  ],
  [
    'crash',
    /segmentation fault|core dumped|Fatal Python error|access violation|0xC0000005|illegal instruction|bus error|\bSIG(?:SEGV|ABRT|BUS|ILL|FPE)\b|\bAborted\b/i,
  ],
  [
    'compiler',
    /\berror\[E\d{4}\]|\berror C\d{4}\b|\.(?:c|cc|cpp|cxx|h|hpp|pyx|pxd|f90|cu)(?::\d{1,7}){1,2}: error\b|CompileError|CMake Error/i,
  ],
];

/** An exception of Python, or the error of a tool. */
const ERROR =
  /^[\w.]{0,200}(?:Error|Exception|Exit|Interrupt|Impossible)\b|\b(?:error|fatal|panicked)\b/i;

/** Lines of tools about the failure of another tool. */
const CONSEQUENCE =
  /^(?:make|gmake|ninja)\b|\bError \d+$|ld returned \d|subprocess-exited|exit (?:code|status)|Failed (?:building|to build)|Failed to build|CalledProcessError|could not compile|build stopped|aborting due to/i;

/** Programs and files that only native extensions involve. */
const NATIVE =
  /\bPy_?\w*\.h\b|\b(?:gcc|g\+\+|clang|clang\+\+|cl\.exe|link\.exe|nvcc|rustc|cargo|maturin|cmake|meson|cython|setup\.py|build_ext|ext_modules)\b|[\w-]\.(?:so|pyd|dylib|dll|pyx|whl)\b|No module named '?[\w.]{0,200}\b_\w|Failed building wheel/i;

/** Group 1 is the folder of an installed package. */
const INSTALLED_FILE = /[/\\](?:site|dist)-packages[/\\]([A-Za-z]\w{0,60})[/\\.]/g;

/** Kinds of which every error comes from native code. */
const NATIVE_KINDS: ReadonlySet<ErrorKind> = new Set([
  'missing-header',
  'missing-library',
  'linker',
  'crash',
  'compiler',
]);

/**
 * Finds the last error of a paste.
 *
 * @param packages normalized names of the packages that articles are about
 * @param localization without it, localized messages count as other errors
 * @returns `undefined` for a paste without text
 */
export function readLastError(
  paste: string,
  packages: ReadonlySet<string>,
  localization?: Localization,
): LastError | undefined {
  const lines = readPaste(paste.slice(-MAX_LENGTH), localization).lines.map(
    ({ text, english = text }) => ({ text, english }),
  );
  const errors = lines.filter(({ english }) => isError(english));
  const last = errors.findLast(({ english }) => !CONSEQUENCE.test(english)) ?? errors.at(-1);
  const { text, english } = last ?? lines.at(-1) ?? {};
  if (text === undefined || english === undefined) return undefined;
  const kind = kindOf(english);
  const isNative =
    NATIVE_KINDS.has(kind) ||
    lines.some((line) => NATIVE.test(line.english) || mentionsPackage(line.english, packages));
  return { line: text, kind, isNative };
}

const kindOf = (line: string): ErrorKind =>
  KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'other';

const isError = (line: string) => ERROR.test(line) || kindOf(line) !== 'other';

function mentionsPackage(line: string, packages: ReadonlySet<string>): boolean {
  return [...line.matchAll(INSTALLED_FILE)].some(([, name = '']) =>
    packages.has(name.toLowerCase().replaceAll('_', '-')),
  );
}
