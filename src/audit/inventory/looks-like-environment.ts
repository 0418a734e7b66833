import { TRACEBACK_START } from '../../domain/text/traceback.ts';
import { isIgnored } from './ignored-lines.ts';
import { plainLines } from './plain-lines.ts';

/** Lines of a program that failed: its output is diagnosed, whatever else is in it. */
const FAILURES: readonly RegExp[] = [
  TRACEBACK_START,
  /^Fatal Python error/,
  /^ERROR: /,
  /^[\w.]{0,200}(?:Error|Exception)(?::|$)/,
  /^\s{0,40}(?:\S{1,300}: )?(?:fatal )?error: /i,
  /(?:^|\s)(?:Segmentation fault|Bus error|Illegal instruction|Aborted)(?:$|:|\s+\(core dumped\))/,
  /^E {3,9}\S/,
];

/** Facts about the interpreter and the system on one line, which also begin sessions and reports of errors. */
const FACTS: readonly RegExp[] = [
  /^(?:Linux|macOS|Windows)-\d[\w.+-]{0,80}$/,
  /^Python 3\.\d{1,2}\.\d{1,2}\S{0,9}(?:$| (?:\(|\||experimental |free-threading ))/,
  // `sys.version`, which conda's builds continue with `| packaged by`
  /^['"]?3\.\d{1,2}\.\d{1,2}\S{0,9} (?:\||(?:experimental |free-threading )?.{0,60}\(.{1,60}[A-Z][a-z]{2} [ \d]\d \d{4}, )/,
  /^\[(?:GCC|Clang|MSC) .{1,100}\]/,
  /^\d\.\S{1,20}(?: \d\.\S{1,20})? sys\.version_info\(/,
];

/** A version of NumPy, which its issue template prints above `sys.version`. */
const NUMPY_VERSION = /^[12]\.\d{1,2}\.\d{1,2}\S{0,20}$/;

/** First lines of lists of packages, lock files, and reports about an interpreter or a machine. */
const FIRST_LINES: readonly RegExp[] = [
  /^[ \t]{0,9}Package {1,200}Version(?: |$)/,
  /^# This file may be used to create an environment|^# packages in environment at |^@EXPLICIT$/,
  /^(?:\[\[packages?\]\]$|lock-version = )/,
  /^\[?\{"name": ?"/,
  /^Extension modules: /,
  /^(?:Build Dependencies:|\w{3,40}_info:)$/,
  /^\[\{'(?:numpy_version|simd_extensions)'/,
  /^Platform: "/,
  /^(?:INSTALLED VERSIONS|System info:|Collecting environment information\.{3})$/,
  /^(?:pip version: pip|PyTorch version:|sys\.version:) \d?/,
];

/** Lines, without their indentation, that only such texts contain. */
const INNER_LINES: readonly RegExp[] = [
  /^\[\[packages?\]\]$/,
  /^(?:channels|dependencies):$/,
  /^"(?:_meta|Build Dependencies)": \{$/,
  /^"pipfile-spec": 6,$/,
  /^"(?:pip_version|build_string|dist_name)": "/,
  /^Python dep(?:endencie)?s:$/,
  /^Versions of relevant libraries:$/,
];

/** A package as a whole line, in the ways of pip and conda. */
const PACKAGES: readonly RegExp[] = [
  // `numpy>=1.26 ; python_version < "3.13"`, `- numpy=1.26`
  /^(?:- )?[A-Za-z][\w.-]{0,80}(?:\[[\w., -]{0,60}\])? ?(?:={1,3}|~=|[<>!]=?) ?\d[\w.+!*-]{0,60}(?:[\s=;#,].*)?$/,
  // `numpy 1.26.4`, and a build, a folder or a newer version behind it; a log has other words there
  /^[ \t]{0,9}[A-Za-z_][\w.-]{0,80} {1,60}v?\d[\w+!-]{0,20}(?:\.[\w+!-]{1,20}){1,6}(?: {1,60}(?:\S{0,80}_\S{0,80}(?: {1,60}\S{1,80})?|[/\\~]\S{0,200}|\d\S{0,40} {1,60}(?:wheel|sdist)))?$/,
  // `numpy (1.26.4)` of old pips
  /^[A-Za-z][\w.-]{0,80} \(\d[\w.]{0,40}(?:, \S{1,200})?\)$/,
  // `numpy @ https://...`, `https://.../numpy-1.26.4.tar.gz`
  /^(?:[A-Za-z][\w.-]{0,80} @ )?(?:https?|file):\/\/\S{1,300}\.(?:whl|zip|tar\.gz|conda|tar\.bz2)(?:#\S{0,200})?$/,
  /^Requirement already satisfied: /,
];

/** The last line of pip and uv after an installation. */
const INSTALLED = /^(?:Successfully installed \S{1,80}-\d| [+~] \S{1,80}==\d)/;

/** A word alone: a requirement without a version, or prose. */
const WORD = /^[A-Za-z][\w.-]{0,80}$/;

/** Of pip and uv while they install, before they say what they installed. */
const PROGRESS =
  /^[ \t]{0,9}(?:Collecting|Downloading|Using cached|Installing collected packages:|Looking in|Prepared|Installed|Uninstalled|Downloaded) /;

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
  const beginning = plainLines(text.slice(0, MAX_LENGTH));
  if (beginning.some((line) => isAny(FAILURES, line))) return false;
  const lines = beginning.slice(0, MAX_LINES).filter((line) => line !== '');
  const content = lines.filter((line) => isAny(FIRST_LINES, line) || !isIgnored(line));
  const first = content.find((line) => !isAny(FACTS, line) && !NUMPY_VERSION.test(line));
  // Nothing but facts, and at least one.
  if (first === undefined) return content.some((line) => isAny(FACTS, line));
  if (isAny(FIRST_LINES, first)) return true;
  if (lines.some((line) => isAny(INNER_LINES, line.trim()))) return true;
  if (INSTALLED.test(content.at(-1) ?? '')) return true;
  const rows = content.filter((line) => !isBeside(line));
  const packages = rows.filter((line) => isAny(PACKAGES, line)).length;
  return packages >= MIN_PACKAGES && packages >= MIN_SHARE * rows.length;
}

/** True for a line that neither makes a text a list of packages nor prevents it. */
function isBeside(line: string): boolean {
  return /^\s*--/.test(line) || WORD.test(line) || PROGRESS.test(line);
}

function isAny(patterns: readonly RegExp[], line: string): boolean {
  return patterns.some((pattern) => pattern.test(line));
}
