import { TRACEBACK_START } from '../../domain/text/traceback.ts';

/** Lines that only lists of packages, lock files and the like begin with. */
const MARKS =
  /^(?:\[\[packages?\]\]|# packages in environment at|# This file may be used to create an environment|@EXPLICIT|lock-version = |Package {1,60}Version|Extension modules: |\[?\{"name": ?"|Build Dependencies:$|\w{3,40}_info:$|\[\{'(?:numpy_version|simd_extensions)'|Platform: "|(?:Linux|macOS|Windows)-\d[\w.+-]{0,80}$|Python 3\.\d{1,2}\.\d{1,2}\b[^:]{0,40}(?:\(|$))/;

/** Lines that only such files have, not always as the first. */
const WITHIN = new Set([
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

/** What went wrong comes before what is installed. */
const FATAL_ERROR = /^Fatal Python error/;

const LINES_LOOKED_AT = 400;

/** Of the lines that say anything so many are packages. */
const MIN_SHARE = 0.6;
const MIN_PACKAGES = 2;

/**
 * True for a text that says what is installed (a freeze, a list, a lock file, the versions of the interpreter), rather
 * than what went wrong. Cheap, so that whoever asks loads the readers only then.
 */
export function looksLikeEnvironment(text: string): boolean {
  const beginning = text.slice(0, LINES_LOOKED_AT * 200).split(/\r?\n/);
  if (beginning.some((line) => TRACEBACK_START.test(line) || FATAL_ERROR.test(line))) return false;
  const lines = beginning.slice(0, LINES_LOOKED_AT);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('WARNING: ')) ?? '';
  if (MARKS.test(first)) return true;
  if (lines.some((line) => WITHIN.has(line.trim()))) return true;
  // Comments, hashes and other options of requirements say nothing either way.
  const said = lines.filter((line) => !/^\s*(?:#|--|$)/.test(line));
  const packages = said.filter((line) => PACKAGE.test(line)).length;
  return packages >= MIN_PACKAGES && packages >= MIN_SHARE * said.length;
}
