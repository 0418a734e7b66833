/**
 * English messages of GCC, the GNU linker, the C library and Bash whose translations are collected besides those that
 * signatures contain. An argument is `%s`; what precedes the message in every language is left out.
 *
 * Those that no signature names are here so that a message is mapped to its own English wording, not to a similar one.
 */
export const COMMON_MESSAGES: readonly string[] = [
  // GCC: names and types
  "'%s' was not declared in this scope",
  "'%s' undeclared (first use in this function)",
  "'%s' undeclared here (not in a function)",
  "implicit declaration of function '%s'",
  "'%s' has no member named '%s'",
  "'%s' is not a member of '%s'",
  "'%s' does not name a type",
  "unknown type name '%s'",
  "invalid use of incomplete type '%s'",
  "invalid use of undefined type '%s'",
  "'%s' has incomplete type",
  "no matching function for call to '%s(%s)'",
  "there are no arguments to '%s' that depend on a template parameter, so a declaration of '%s' must be available",
  // GCC: arguments and conversions
  "too few arguments to function '%s'",
  "too many arguments to function '%s'",
  "passing argument %s of '%s' from incompatible pointer type",
  "passing argument %s of '%s' makes pointer from integer without a cast",
  "passing argument %s of '%s' makes integer from pointer without a cast",
  "assignment to '%s' from incompatible pointer type '%s'",
  "initialization of '%s' from incompatible pointer type '%s'",
  "cannot convert '%s' to '%s'",
  "invalid conversion from '%s' to '%s'",
  // GCC: the rest of a build
  "In function '%s'",
  "In member function '%s'",
  "In constructor '%s'",
  'In file included from',
  'compilation terminated.',
  "unrecognized command-line option '%s'",
  'no include path in which to search for',
  // Linker
  "undefined reference to '%s'",
  "more undefined references to '%s' follow",
  "multiple definition of '%s'",
  'first defined here',
  'cannot find',
  'could not read symbols:',
  'file not recognized:',
  'file format not recognized',
  'file in wrong format',
  'DSO missing from command line',
  'cannot export %s: symbol not defined',
  'cannot open output file %s:',
  "relocation %s against '%s' can not be used when making a shared object; recompile with -fPIC",
  "relocation %s against symbol '%s' which may bind externally can not be used when making a shared object; recompile with -fPIC",
  'relocation %s can not be used when making a shared object; recompile with -fPIC',
  "requires dynamic %s reloc against '%s' which may overflow at runtime; recompile with -fPIC",
  '; recompile with -fPIC',
  // Loader
  'cannot open shared object file',
  'error while loading shared libraries',
  'symbol lookup error',
  'cannot allocate memory in static TLS block',
  'cannot enable executable stack as shared object requires',
  'failed to map segment from shared object',
  'file too short',
  'invalid ELF header',
  'wrong ELF class: ELFCLASS32',
  'wrong ELF class: ELFCLASS64',
  'ELF load command address/offset not page-aligned',
  // System errors
  'No such file or directory',
  'Resource temporarily unavailable',
  'Operation not permitted',
  'Permission denied',
  'Cannot allocate memory',
  'No space left on device',
  'Too many open files',
  'Exec format error',
  // Signals and the shell
  'Segmentation fault',
  'Illegal instruction',
  '(core dumped)',
  'command not found',
];

/** Words that GCC prints between the place and the message. */
export const KINDS: readonly string[] = ['error:', 'fatal error:', 'warning:', 'note:'];

/** A translation of `warning:` that is also an English word: French. */
export const AMBIGUOUS_KIND = 'attention:';
