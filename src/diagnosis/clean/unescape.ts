/** A newline in a `repr()`, escaped once or more. */
const ESCAPED_NEWLINE = /\\{1,8}r?\\{0,8}n/g;

/** An escaped newline that is not the `\n` of a Windows path, where a lowercase letter follows. */
const CERTAIN_NEWLINE = /\\n(?:[^a-z]|$)/;

const WINDOWS_PATH = /[A-Za-z]:\\{1,4}[^\\\s]/;

/**
 * Splits a line at escaped newlines, as in a `repr()`, in JSON or in
 * `Err(PyErr { value: ImportError('\n\nIMPORTANT: ...\n') })`, and unescapes quotes. The `\n` and `\t` of a Windows path
 * are kept.
 */
export function unescapeLines(line: string): string[] {
  if (!line.includes('\\')) return [line];
  const text = line.replace(/\\{1,8}(["'])/g, '$1').replace(/\\t(?![a-z])/g, ' ');
  if (!CERTAIN_NEWLINE.test(text)) return [text];
  if (!WINDOWS_PATH.test(text)) return text.split(ESCAPED_NEWLINE);
  return text.split(/\\{1,8}n(?=[^a-z]|$)/);
}
