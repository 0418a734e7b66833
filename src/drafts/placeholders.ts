import { cleanLine } from '../diagnosis/clean/clean-line.ts';
import { truncateAtWord } from './text.ts';

/** Maximum length of a signature in the facts. */
const MAX_LENGTH = 400;

/** File name extensions that a placeholder keeps. */
const EXTENSION =
  /\.(?:pyx|pxd|pxi|py|pyd|so|dylib|dll|lib|a|o|obj|c|cc|cpp|cxx|h|hpp|cu|rs|f90|f|toml|whl|exe)$/;

/** Names of files that are the same on every machine. */
const KNOWN_FILE =
  /^(?:lib[\w+-]{2,40}\.(?:so|dylib|a)[\d.]{0,12}|python3\w{0,4}\.(?:lib|dll)|meson\.build|CMakeLists\.txt|setup\.py|pyproject\.toml|Cargo\.toml|[\w.+-]{1,100}\.h(?:pp)?)$/;

const QUOTED_PATH = /(["'`])((?:[A-Za-z]:[\\/]|\/)[^"'`<>]{1,300})\1/g;
const WORD = /[^\s"'`<>|,;()’]+/g;
const PATH = /^(?:[A-Za-z]:[\\/]|(?:~|\.{1,2})?\/[^/]{1,120}\/)/;

/** Place before a warning or an error: `<stdin>:1: RuntimeWarning: ...`. */
const LOCATION = /^[\w./\\:<>-]{1,300}:\d{1,7}: (?=\w{1,80}(?:Warning|Error|Exception): )/;

const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/\b0x[0-9a-fA-F]{8,16}\b/g, '<address>'],
  [/==\d{1,9}==/g, '==<pid>=='],
  [/\b(pid|PID|process|Process|tid)([ =:]{1,2})\d{1,9}\b/g, '$1$2<pid>'],
  [/\bline \d{1,7}\b/g, 'line <n>'],
  [
    /(?<=\.(?:pyx|pxd|pxi|py|c|cc|cpp|cxx|h|hpp|rs|cu|f90|build|txt|toml)):\d{1,7}(?::\d{1,5})?\b/g,
    ':<n>',
  ],
  [/(?<=\.(?:c|cc|cpp|cxx|h|hpp|cu))\(\d{1,7}(?:,\d{1,5})?\)/g, '(<n>)'],
  [/\bh[0-9a-f]{16}\b|\b(?=[0-9a-f]{0,11}\d)[0-9a-f]{12,64}\b/g, '<hash>'],
  // Counts and sizes; shorter numbers may be what the message is about.
  [/(?<![\w.<-])\d{5,20}(?![\w.]\w)\b/g, '<n>'],
  [/\bPyInit_\w{1,80}/g, 'PyInit_<module>'],
  [/(while importing )[A-Za-z_][\w.]{0,80}/g, '$1<module>'],
  // Versions of three numbers; two numbers may be what the message is about.
  [/(?<![\w.<-])v?\d{1,4}\.\d{1,4}\.\d{1,5}(?:(?:a|b|rc)\d{1,4})?(?!\.?\w)/g, '<version>'],
];

/**
 * Returns a printed line as a signature: cleaned, with a `<placeholder>` for each part that differs between machines.
 * Sizes, symbols and other numbers stay, because they often are the diagnosis.
 */
export function toSignature(line: string): string {
  const plain = cleanLine(line.slice(0, 4 * MAX_LENGTH))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^= note: /, '')
    .replace(LOCATION, '')
    .replace(
      QUOTED_PATH,
      (_, quote: string, path: string) => quote + pathPlaceholder(path) + quote,
    );
  let text = plain.replace(WORD, (word, index: number) =>
    plain.charAt(index - 1) === '>' || !PATH.test(word) ? word : pathPlaceholder(word),
  );
  for (const [pattern, placeholder] of VARIABLES) text = text.replace(pattern, placeholder);
  return truncateAtWord(text, MAX_LENGTH);
}

/** Returns `<path>` with the name of a known file or the extension, and the line number behind the path. */
function pathPlaceholder(text: string): string {
  const colon = text.indexOf(':', 2);
  const path = colon < 0 ? text : text.slice(0, colon);
  const name = path.split(/[\\/]+/).at(-1) ?? '';
  const end = KNOWN_FILE.test(name) ? `/${name}` : (EXTENSION.exec(name)?.[0] ?? '');
  return `<path>${end}${text.slice(path.length)}`;
}
