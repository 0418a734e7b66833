import type { Environment } from '../domain/environment/environment.ts';
import { readSystem } from '../domain/environment/read-system.ts';
import { readMachine } from '../domain/environment/read-machine.ts';
import { withoutRequirements } from '../domain/environment/requirements.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import type { PasteLine } from './clean/read-paste.ts';

const ARCHITECTURE =
  /(?<![A-Za-z0-9])(x86_64|amd64|aarch64|arm64|i[36]86|win32|ppc64le|s390x|riscv64|armv7l|armv6l)(?![A-Za-z0-9])/gi;

const ARCHITECTURES: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  aarch64: 'arm64',
  i386: 'x86',
  i686: 'x86',
  win32: 'x86',
};

/**
 * `numpy==1.26.4`, the name of a wheel or an sdist, a line of `pip list` or `conda list`, cargo's `pyo3 v0.22.5`,
 * what pip did not have to install.
 */
const PACKAGES: readonly RegExp[] = [
  /(?:^|[\s"'(,[])([A-Za-z][\w.-]{0,60})==(\d{1,5}(?:\.\w{1,8}){1,5})/g,
  /(?:^|[\s"'(,[/\\])([A-Za-z]\w{0,60})-(\d{1,5}(?:\.\d\w{0,7}){1,5})(?:\+[\w.]{1,40})?(?:-(?:cp|py)\d|\.tar\.gz|\.zip|\.dist-info|\.egg|[/\\])/g,
  /^([A-Za-z][\w.-]{0,60}) {1,40}(\d{1,5}(?:\.\w{1,8}){1,5})(?: |$)/g,
  /(?:^|[\s"'(,[])([a-z][\w-]{0,60}) v(\d{1,5}\.\d{1,5}\.\d{1,5})\b/g,
  /^Requirement already satisfied: ([A-Za-z][\w.-]{0,60})[^\w.-].{0,500} \((\d{1,5}(?:\.\w{1,8}){1,5})\)$/g,
];

/** pip's list of what it has installed. */
const INSTALLED_LINE = /^Successfully installed /;
const INSTALLED = / ([A-Za-z][\w.-]{0,60}?)-(\d{1,5}(?:\.\w{1,8}){1,5})(?= |$)/g;

/** `NumPy 1.26`, `numba version: 0.60`: prose, read only for packages that an article is about. */
const IN_PROSE =
  /(?:^|[\s"'(,[])([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/g;

/** Versions that a message found, as opposed to those it expected: `Got NumPy 2.2`, `you have numpy 1.24.4`. */
const FOUND =
  /\b(?:got|found|have|running|using|detected) ([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/gi;

/** Maximum number of lines read at each end; a freeze of a large environment has some hundreds. */
const MAX_LINES_AT_END = 500;

/** Skips most lines of a log before the expensive patterns run. */
const MAY_CONTAIN_FACTS =
  /python|cpython|cp3\d|linux|darwin|macos|win|apk|apt|dnf|yum|brew|\.el\d|\.fc\d|debian|ubuntu|alpine|fedora|centos|\/(?:usr|home|lib|root|opt|Users|private|Library)|[A-Z]:\\|\.so|dylib|dll|LNK|==|\d\.\d|GIL|free-thread|referenced from|architecture|undefined reference/i;

/**
 * Reads Python, platform, architecture and packages out of the cleaned lines of a paste: those of the machine that printed
 * it, not those that a message requires or advises.
 *
 * @param knownPackages normalized names of the packages that articles are about
 */
export function readEnvironment(
  lines: readonly PasteLine[],
  knownPackages: ReadonlySet<string> = new Set(),
): Environment {
  const texts = linesWithFacts(lines).map(withoutRequirements);
  const architecture = mostFrequent(texts.flatMap(architecturesIn));
  const system = readSystem(texts);
  return {
    ...readMachine(texts),
    ...(architecture !== undefined && { architecture }),
    ...(system && { system }),
    packages: readPackages(texts, knownPackages),
  };
}

/**
 * Returns the lines that may contain facts from both ends, in order: tools print what they run on at the beginning, and
 * errors with paths at the end.
 */
function linesWithFacts(lines: readonly PasteLine[]): string[] {
  const first: string[] = [];
  let index = 0;
  for (; index < lines.length && first.length < MAX_LINES_AT_END; index += 1) {
    const text = lines[index]?.text ?? '';
    if (MAY_CONTAIN_FACTS.test(text)) first.push(text);
  }
  const last: string[] = [];
  for (let end = lines.length - 1; end >= index && last.length < MAX_LINES_AT_END; end -= 1) {
    const text = lines[end]?.text ?? '';
    if (MAY_CONTAIN_FACTS.test(text)) last.push(text);
  }
  return [...first, ...last.reverse()];
}

function architecturesIn(text: string): string[] {
  return [...text.matchAll(ARCHITECTURE)].map(([name]) => {
    const lower = name.toLowerCase();
    return ARCHITECTURES[lower] ?? lower;
  });
}

/** Returns the first of equally frequent values. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Returns versions by normalized name. What a message found or pip installed wins, then names of files and lists, then prose. */
function readPackages(
  texts: readonly string[],
  knownPackages: ReadonlySet<string>,
): Record<string, string> {
  // Names come from strangers: `__proto__` must be a key like any other.
  const packages = Object.create(null) as Record<string, string>;
  const read = (text: string, pattern: RegExp, onlyKnown: boolean) => {
    for (const [, name = '', version = ''] of text.matchAll(pattern)) {
      const normal = normalizeName(name);
      if (!onlyKnown || knownPackages.has(normal)) packages[normal] = version;
    }
  };
  for (const text of texts) read(text, IN_PROSE, true);
  for (const text of texts) for (const pattern of PACKAGES) read(text, pattern, false);
  for (const text of texts) {
    read(text, FOUND, true);
    if (INSTALLED_LINE.test(text)) read(text, INSTALLED, false);
  }
  return packages;
}
