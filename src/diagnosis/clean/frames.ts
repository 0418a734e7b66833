/** A frame of Python, of gdb, of valgrind, of Rust's and Java's backtraces; a compiler's "In file included from". */
const FRAME =
  /^(?:File "|#\d+\s|==\d+==\s+(?:at|by) |\s*at \S+[.(:]|\d+: +\S+::|In file included from|from \S+:\d+|from \/\S+$)/;

/** True for a line that says where, not what. */
export const isFrame = (line: string) => FRAME.test(line);
