/** Lines that only a failing program produces, such as `ImportError: ...` or `LINK : fatal error LNK1181: ...`. */
const FAILURES: readonly RegExp[] = [
  /^(?:E\s+)?[A-Za-z_][\w.]{0,160}(?:Error|Exception|Panic): \S/,
  /^Caused by: \S/,
  /^Fatal Python error: \S|^LLVM ERROR: \S|^OMP: Error|^Windows fatal exception: \S/,
  /^terminate called |^\s{0,8}what\(\): |^(?:free|malloc|realloc|munmap_chunk)\(\): |^double free or corruption/,
  /\bundefined symbol: |symbol not found in flat namespace|Library not loaded: |Symbol not found: /,
  /\bundefined reference to [`'"]|\bunresolved external symbol\b|LNK\d{4}: |\bcannot find -l|multiple definition of/,
  /(?:^|[:)\]] )(?:fatal )?error(?: [A-Z]{1,4}\d{4}|\[E\d{4}\])?: \S/,
  /^[\w./\\<>-]{1,300}\.(?:pyx|pxd|pxi):\d+:\d+: (?!warning)\S/,
  /\bAssertion [`']|^Assertion failed: \S/,
  /^Undefined symbols for architecture|^\s{0,4}"_\w{1,200}", referenced from:/,
  /^relocation |: relocation R_|is not a valid Win32 application|mach-o file, but is an incompatible/,
];

const WARNINGS: readonly RegExp[] = [
  /^(?:ERROR|FATAL|CRITICAL): \S|meson\.build:\d+:\d+: ERROR: /,
  /(?:^|: )[A-Z]\w{1,60}Warning: \S|^warning: \S|:\d{1,7}: warning: \S/,
  /^OpenBLAS (?:blas|[Ww]arning)/,
];

/** Maximum length, in UTF-16 units, of what is read of a line. */
const MAX_LINE_LENGTH = 2_000;

/** Returns true for a line that a failing program prints. */
export function isFailure(line: string): boolean {
  const text = line.slice(0, MAX_LINE_LENGTH);
  return FAILURES.some((form) => form.test(text));
}

/** Returns true for a failure or a warning. */
export function isMessage(line: string): boolean {
  const text = line.slice(0, MAX_LINE_LENGTH);
  return isFailure(text) || WARNINGS.some((form) => form.test(text));
}
