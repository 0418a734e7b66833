/** What compilers, linkers, interpreters and installers print, by the form of the line. */
const OUTPUT: readonly RegExp[] = [
  /^\s*(?:[|+] )?Traceback \(most recent call last\)/,
  /^\s*(?:[|E] )?File "[^"]{1,400}", line \d+/,
  // ImportError: ..., numba.core.errors.TypingError: ...
  /^(?:E\s+)?[A-Za-z_][\w.]{0,160}(?:Error|Exception|Warning|Interrupt|Exit|ExceptionGroup|Panic)(?: \[[^\]]{1,40}\])?: ?\S/,
  /^[\w./\\:<>-]{1,300}:\d+: (?:\w+Warning|\w+Error): /,
  // What a service's log puts before it
  /^\[(?:ERROR|FATAL|CRITICAL)\]\s+\S/,
  // file.c:1:2: error: ..., file.c(12): error C2039: ..., LINK : fatal error LNK1104
  /^[^\s:][^:]{0,300}:\d{1,6}(?::\d{1,5})?: (?:fatal )?(?:error|warning|note|In function)\b/i,
  /^[^\s(][^(]{0,300}\(\d{1,6}(?:,\d{1,5})?\)\s?: (?:fatal )?(?:error|warning|note)\b/i,
  /^(?:[^:]{1,200} : )?(?:fatal )?(?:error|warning) (?:LNK|C|D|RC)\d{4}: /,
  // What Cython's own compiler prints
  /^[\w./\\-]{1,300}\.(?:pyx|pxd|pxi|py):\d+:\d+: \S/,
  /^Error compiling Cython file:|^-{20,}$/,
  /^(?:fatal )?(?:error|warning)(?:\[E\d{4}\])?: \S/,
  /^\s*(?:-->|\|$|= (?:note|help): )/,
  /^(?:ERROR|FATAL|CRITICAL|WARNING|LLVM ERROR|OMP: (?:Error|Warning|Hint)|ImportError|Failed)\b[^\n]{0,20}: ?\S/,
  /\bundefined reference to [`'"‘]|\bundefined symbol: |\bunresolved external symbol\b|\bmultiple definition of [`'"‘]/,
  /^(?:\/\S{1,200}\/)?(?:ld|collect2|lld-link|ld\.lld|ld\.gold|clang|gcc|cc1(?:plus)?|link\.exe|cl\.exe)(?:\.exe)?: \S/,
  /^Undefined symbols for architecture |^\s{0,4}"?_?\w{1,200}"?, referenced from:|^ld: symbol/,
  /symbol not found in flat namespace|Library not loaded: |^\s*Reason: tried: |^\s*Referenced from: /,
  /^Fatal Python error: |^Python runtime state: |^Current thread 0x|^Thread 0x[0-9a-f]{4,}|^Extension modules: |^Windows fatal exception: /,
  /^\s*(?:Segmentation fault|Aborted|Bus error|Illegal instruction|Killed|Floating point exception|段错误|已放弃)(?: ?[(（][^()]{1,40}[)）])?\.?$/,
  /^zsh: \w[\w ]{1,30}  |^\[\d\]\s+\d+ (?:segmentation fault|abort|bus error|illegal)/,
  /^terminate called |^\s*what\(\):\s|^(?:free|malloc|realloc|munmap_chunk)\(\): |^double free or corruption|^\*\*\* Error in |^corrupted /,
  /^thread '[^']{1,80}' (?:\(\d+\) )?panicked at |^stack backtrace:|^note: run with `RUST_BACKTRACE/,
  /^(?:[\w./-]{1,80}: )?[\w./+-]{1,200}:\d+: [^:]{1,300}: Assertion [`'].{1,300} failed\.?$|^Assertion failed: /,
  /^#\d{1,3}\s+(?:0x[0-9a-f]{4,}|[\w:~<>]{1,200} \()/,
  /^==\d+==\s/,
  /^(?:Collecting|Building wheel|Building wheels|Preparing metadata|Installing build dependencies|Getting requirements|Downloading|Using cached|Successfully|Compiling|Cythonizing|Finished|Failed to build|Requirement already|Found existing|Attempting uninstall)\b[^。，]{2,300}$/,
  /^\s*(?:× |╰─> |note: This |hint: See above|\[\d+ lines of output\]|\[end of output\])/,
  /^running (?:build|bdist|egg|install|dist)\w{0,20}$|^building '[^']{1,100}' extension$|^(?:copying|creating) \S{1,300}(?: -> \S{1,300})?$/,
  /^CMake (?:Error|Warning)|^-- (?:Configuring|Could NOT|Found|The C)|^ninja: |^make(?:\[\d\])?: |^FAILED: |^gmake/,
  /^[\w./-]{0,200}meson\.build:\d+:\d+: ERROR: |^Caused by:|^💥 maturin failed/,
];

/** Carets and tildes below a line of code. */
const MARKS = /^[\s|]*[\^~][\s^~-]*$/;

/** True for a line that some program printed when it failed, or on the way there. */
export function isOutput(line: string): boolean {
  return line.length <= 4_000 && (OUTPUT.some((form) => form.test(line)) || MARKS.test(line));
}
