/** Frames of Python, gdb, valgrind, Rust and Java, and a compiler's "In file included from". */
const FRAME =
  /^(?:File "|#\d+\s|==\d+==\s+(?:at|by) |\s*at \S+[.(:]|\d+: +\S+::|In file included from|from \S+:\d+|from \/\S+$)/;

/** True for a stack frame: a line about where something happened, not what. */
export const isFrame = (line: string) => FRAME.test(line);
