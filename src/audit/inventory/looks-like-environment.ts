import { TRACEBACK_START } from '../../domain/text/traceback.ts';

/** First lines of lists of packages, lock files and descriptions of interpreters. */
const FIRST_LINE =
  /^(?:\[\[packages?\]\]|# packages in environment at|# This file may be used to create an environment|@EXPLICIT|lock-version = |Package {1,60}Version|Extension modules: |\[?\{"name": ?"|Build Dependencies:$|\w{3,40}_info:$|\[\{'(?:numpy_version|simd_extensions)'|Platform: "|(?:Linux|macOS|Windows)-\d[\w.+-]{0,80}$|Python 3\.\d{1,2}\.\d{1,2}\b[^:]{0,40}(?:\(|$))/;

/** Lines that only such files contain. */
const INNER_LINES = new Set([
  '[[package]]',
  '[[packages]]',
  '"_meta": {',
  '"pipfile-spec": 6,',
  'channels:',
  '"channel": "conda-forge",',
]);

/** `numpy==1.26.4`, `numpy  1.26.4`, `- numpy=1.26`, as a whole line. */
const PACKAGE =
  /^(?:- )?[A-Za-z][\w.-]{0,80}(?:\[[\w., -]{0,60}\])? ?(?:={1,3}|~=|>=| @ |\s{1,60})\d[\w.+!*-]{0,60}(?:[\s=;#,].*)?$/;

const FATAL_ERROR = /^Fatal Python error/;

const MAX_LINES = 400;
const MAX_LENGTH = 200 * MAX_LINES;

/** Minimum share and number of packages among the lines that are not comments or options. */
const MIN_SHARE = 0.6;
const MIN_PACKAGES = 2;

/**
 * True for a text about an environment (a freeze, a list, a lock file, the version of an interpreter), false for one with an
 * error. Cheap, so that the readers of inventories are loaded only for such a text.
 */
export function looksLikeEnvironment(text: string): boolean {
  const beginning = text.slice(0, MAX_LENGTH).split(/\r?\n/);
  if (beginning.some((line) => TRACEBACK_START.test(line) || FATAL_ERROR.test(line))) return false;
  const lines = beginning.slice(0, MAX_LINES);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('WARNING: ')) ?? '';
  if (FIRST_LINE.test(first)) return true;
  if (lines.some((line) => INNER_LINES.has(line.trim()))) return true;
  const content = lines.filter((line) => !/^\s*(?:#|--|$)/.test(line));
  const packages = content.filter((line) => PACKAGE.test(line)).length;
  return packages >= MIN_PACKAGES && packages >= MIN_SHARE * content.length;
}
