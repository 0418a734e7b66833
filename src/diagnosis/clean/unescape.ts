/** A newline inside a repr, escaped once or several times. */
const ESCAPED_NEWLINE = /\\{1,8}r?\\{0,8}n/g;

/** What follows an escaped newline and hardly a folder of a Windows path: no small letter, or two newlines in a row. */
const SURE = /\\n(?:[^a-z]|$)/;

const WINDOWS_PATH = /[A-Za-z]:\\{1,4}[^\\\s]/;

/**
 * The lines inside a line: messages arrive as `Err(PyErr { value: ImportError('\n\nIMPORTANT: ...\n') })`, in a
 * `repr()`, in JSON. Quotes lose their backslashes. In a Windows path `\n` is a folder's first letter and stays.
 */
export function unescapeLines(line: string): string[] {
  if (!line.includes('\\')) return [line];
  const text = line
    .replace(/\\{1,8}(["'])/g, '$1')
    .replace(/\\t/g, (tab, at: number) => keptTab(line, at, tab));
  if (!SURE.test(text)) return [text];
  if (!WINDOWS_PATH.test(text)) return text.split(ESCAPED_NEWLINE);
  return text.split(/\\{1,8}n(?=[^a-z]|$)/);
}

/** `\t` in a Windows path is a folder, too. */
function keptTab(line: string, at: number, tab: string): string {
  return /[a-z]/.test(line.charAt(at + 2)) ? tab : ' ';
}
