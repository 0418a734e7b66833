import { plainLine } from '../../diagnosis/clean/clean-line.ts';
import { cutTo, runStart, trimEndOf } from '../reading/trim.ts';

/** The longest signature that the facts allow. */
const MAX_LENGTH = 400;

/** Files whose ending says what they are; the rest of the path is the reader's own. */
const KINDS =
  'pyx|pxd|pxi|py|pyd|so|dylib|dll|lib|a|o|obj|c|cc|cpp|cxx|h|hpp|cuh?|rs|f90|f|toml|whl|exe|vcxproj';

/** The end of a file's name before a line number: `src/solver.pyx:12:5`, `solver.c(12)`. */
const FILE_END = new RegExp(`\\.(${KINDS})(?=:\\d|\\(\\d)`, 'g');

/** The end of an extension module's full name: `_core.cpython-312-x86_64-linux-gnu.so`. */
const MODULE_END = /\.(?:cpython-\d{2,4}|cp\d{2,4}|abi3)[\w-]{0,40}\.(so|pyd|dylib)/g;

/** The longest name of a file that is looked at. */
const NAME_LENGTH = 200;

/** Where a warning or an error was raised: `<stdin>:1: RuntimeWarning: ...`. */
const WHERE = /^[\w./\\:<>-]{1,300}:\d{1,7}: (?=\w{1,80}(?:Warning|Error|Exception): )/;

/** Puts a placeholder for each name that ends so, together with the signs before it that belong to it. */
function replaceNames(text: string, end: RegExp, sign: RegExp, placeholder: string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(end)) {
    const start = Math.max(runStart(text, match.index, sign, NAME_LENGTH), done);
    const isPlaceholder = text.charAt(match.index - 1) === '>';
    result += text.slice(done, isPlaceholder ? match.index : start);
    result += isPlaceholder
      ? match[0]
      : start === match.index
        ? match[0]
        : `${placeholder}.${match[1]}`;
    done = match.index + match[0].length;
  }
  return result + text.slice(done);
}

const PACKAGES = /(?:site|dist)-packages[\\/]+/;

/** Libraries that are known by name. */
const LIBRARY =
  /^(?:lib[\w+-]{2,40}\.(?:\d{1,3}\.){0,3}(?:so|dylib|a)\b|python3\w{0,4}\.(?:lib|dll)$|(?:msvcp|vcruntime)\w{1,20}\.dll$)/i;

/** Files that have the same name everywhere. */
const BUILD_FILE =
  /^(?:meson\.build|CMakeLists\.txt|setup\.(?:py|cfg)|pyproject\.toml|Cargo\.toml|build\.rs)$/;

const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\b0x[0-9a-fA-F]{8,16}\b/g, '<address>'],
  [/==\d{1,9}==/g, '==<pid>=='],
  [/\b(pid|PID|process|Process|tid)([ =:]{1,2})\d{1,9}\b/g, '$1$2<pid>'],
  [/\bline \d{1,7}\b/g, 'line <n>'],
  [
    /(?<=\.(?:pyx|pxd|pxi|py|c|cc|cpp|cxx|h|hpp|rs|cu|f90|build|txt|toml)):\d{1,7}:\d{1,5}\b/g,
    ':<n>:<n>',
  ],
  [/(?<=\.(?:pyx|pxd|pxi|py|c|cc|cpp|cxx|h|hpp|rs|cu|f90|build|txt|toml)):\d{1,7}\b/g, ':<n>'],
  [/(?<=\.(?:c|cc|cpp|cxx|h|hpp|cu|vcxproj))\(\d{1,7}(?:,\d{1,5})?\)/g, '(<n>)'],
  [/\bh[0-9a-f]{16}\b|\b(?=[0-9a-f]{0,11}\d)[0-9a-f]{12,64}\b/g, '<hash>'],
  [/\bPyInit_\w{1,80}/g, 'PyInit_<module>'],
  [/(while importing )[A-Za-z_][\w.]{0,80}/g, '$1<module>'],
];

/** What looks like a version, and what is one of three numbers; two may be the diagnosis. */
const NUMBERS = /(?<![\w.<-])v?\d[\w.+]*/g;
const VERSION = /^v?\d{1,4}\.\d{1,4}\.\d{1,5}(?:(?:a|b|rc|\.dev|\.post|\+)\w{1,20})?$/;

/**
 * A line that a program printed, as a signature: cleaned as the diagnosis cleans it, what varies from machine to machine
 * as `<placeholder>`. Sizes, names of symbols and other numbers stay: they are often the diagnosis.
 */
export function asSignature(line: string): string {
  let text = plainLine(line.slice(0, 4 * MAX_LENGTH))
    .replace(/\s+/g, ' ')
    .trim();
  text = text.replace(/^= note: /, '').replace(WHERE, '');
  text = replacePaths(text);
  text = replaceNames(text, MODULE_END, /[\w.-]/, '<module>');
  text = replaceNames(text, FILE_END, /[\w.+/\\-]/, '<file>');
  for (const [pattern, placeholder] of REPLACED) text = text.replace(pattern, placeholder);
  text = text.replace(NUMBERS, (number) => {
    const version = trimEndOf(number, /\./);
    return VERSION.test(version) ? `<version>${number.slice(version.length)}` : number;
  });
  return cutTo(text.trim(), MAX_LENGTH);
}

/** Programs whose place is the same nearly everywhere. */
const TOOL = /^\/usr\/(?:local\/)?bin\/(?:[\w-]{0,40}-)?(?:ld|gcc|g\+\+|cc|clang)$/;

/** Signs that end a path, unless it stands in quotes. */
const CHUNK = /[^\s"'`<>|,;()’]+/g;
const QUOTED_PATH = /(["'`])((?:[A-Za-z]:[\\/]|\/)[^"'`<>]{1,300})\1/g;
const WINDOWS = /^[A-Za-z]:[\\/]/;
const UNIX = /^(?:~|\.{1,2})?\/[^/]{1,120}\//;

/** Puts a placeholder for each path, with what is telling of its end. */
function replacePaths(text: string): string {
  const unquoted = text.replace(QUOTED_PATH, (_, quote: string, path: string) => {
    const { name, rest } = pathParts(path);
    return `${quote}${name}${rest}${quote}`;
  });
  const joined = joinFolders(unquoted);
  return joined.replace(CHUNK, (chunk, at: number) => {
    const isRest = joined.charAt(at - 1) === '>';
    if (isRest || (!WINDOWS.test(chunk) && !UNIX.test(chunk))) return chunk;
    const { name, rest } = pathParts(chunk);
    return name + rest;
  });
}

/** `C:\\Program Files\\Python`: puts another sign for a space inside a Windows path. */
function joinFolders(text: string): string {
  if (!text.includes(':\\')) return text;
  return text.split(' ').reduce((before, word) => {
    const last = before.slice(before.lastIndexOf(' ') + 1);
    const isInside = /[A-Za-z]:\\/.test(last) && /^[\w().-]{1,60}\\/.test(word);
    return `${before}${isInside ? '_' : ' '}${word}`;
  });
}

/** A path's placeholder, and the line number or colon behind the path. */
function pathParts(text: string): { name: string; rest: string } {
  const isPath = WINDOWS.test(text) || text.startsWith('/') || UNIX.test(text);
  if (!isPath) return { name: text, rest: '' };
  const colon = text.indexOf(':', 2);
  const end = colon < 0 ? text.length : colon;
  if (TOOL.test(text.slice(0, end))) return { name: text, rest: '' };
  return { name: pathName(text.slice(0, end)), rest: text.slice(end) };
}

function pathName(path: string): string {
  const own = path.split(PACKAGES);
  const last = path.split(/[\\/]+/).at(-1) ?? '';
  if (own.length > 1 && last.includes('.py'))
    return `<path>/${(own.at(-1) ?? '').replace(/\\+/g, '/')}`;
  if (LIBRARY.test(last) || BUILD_FILE.test(last)) return `<path>/${last}`;
  if (/\.h(?:pp)?$/.test(last)) return `<path>/${last}`;
  const kind = new RegExp(`\\.(${KINDS})$`).exec(last)?.[1];
  return kind === undefined ? '<path>' : `<path>.${kind}`;
}
