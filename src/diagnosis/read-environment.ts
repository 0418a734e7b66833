import { normalizeName } from '../domain/versions/package-name.ts';
import type { Build, Platform } from '../domain/vocabulary.ts';
import type { Environment } from './environment.ts';
import type { PasteLine } from './clean/read-paste.ts';

/** Votes for a value, since one log may name several: the tool's own Python, another machine's wheel. */
class Votes {
  readonly #votes = new Map<string, number>();

  add(value: string, weight: number): void {
    this.#votes.set(value, (this.#votes.get(value) ?? 0) + weight);
  }

  /** The value with most votes; of equals the one that came first. */
  winner(): string | undefined {
    let best: [string, number] | undefined;
    for (const vote of this.#votes) if (!best || vote[1] > best[1]) best = vote;
    return best?.[0];
  }
}

interface PythonClue {
  pattern: RegExp;
  weight: number;
}

/** Where Python's version stands. Group 1 is the version (`3.13`, `3.13.4`, `313`), group 2 the `t` or `d` of the build. */
const PYTHON: readonly PythonClue[] = [
  // The interpreter's banner, `Python: 3.12.1`, `python==3.11`, `Python version : 3.9`
  {
    pattern: /\bpython(?: version)?\s{0,3}(?:[:=]{0,2})\s{0,3}v?(3\.\d{1,2}(?:\.\d{1,2})?)(t?)\b/gi,
    weight: 4,
  },
  { pattern: /\bon python (3\.\d{1,2})(t?)\b/gi, weight: 2 },
  // Wheel and extension tags
  { pattern: /\bcp(3\d{1,2})-(?:cp3\d{1,2}|abi3)(t?)/g, weight: 2 },
  { pattern: /\.cpython-(3\d{1,2})([td]?)-/g, weight: 3 },
  { pattern: /\.cp(3\d{1,2})(t?)-win/g, weight: 3 },
  // Paths: lib/python3.13t/site-packages, Python313\lib, Python.framework/Versions/3.12, cpython-3.9.5
  { pattern: /[/\\]python(3\.\d{1,2})([td]?)[/\\]/g, weight: 2 },
  { pattern: /[/\\]Python(3\d{1,2})(t?)(?:-\d\d)?[/\\]/g, weight: 2 },
  { pattern: /[/\\](?:Versions|Python)[/\\](3\.\d{1,2}(?:\.\d{1,2})?)(t?)[/\\]/g, weight: 2 },
  { pattern: /\bcpython-(3\.\d{1,2}(?:\.\d{1,2})?)(t?)\b/g, weight: 2 },
  // Libraries: libpython3.13t.so, python313.dll, python313t.lib
  { pattern: /\blibpython(3\.\d{1,2})([td]?)m?\.(?:so|a|dylib)/g, weight: 1 },
];

const PLATFORMS: readonly { pattern: RegExp; platform: Platform; weight: number }[] = [
  {
    pattern: /-(?:many|musl)?linux(?:_|\d|-)|\bx86_64-linux-gnu|\]\s{0,2}on linux\b/,
    platform: 'linux',
    weight: 3,
  },
  {
    pattern: /(?:^|[\s"'(:])\/(?:usr\/(?:lib|include|bin\/ld)|lib64?|home|opt\/conda|root)\//,
    platform: 'linux',
    weight: 2,
  },
  {
    pattern:
      /\bcannot open shared object file\b|\bundefined reference to\b|\bGLIBC(?:XX)?_\d|\.so\.\d/,
    platform: 'linux',
    weight: 1,
  },
  { pattern: /-macosx[-_]\d|\bdarwin\b|\]\s{0,2}on darwin\b/, platform: 'macos', weight: 3 },
  {
    pattern: /(?:^|[\s"'(:])\/(?:Users|private\/var|Library|opt\/homebrew|System\/Volumes)\//,
    platform: 'macos',
    weight: 3,
  },
  { pattern: /", referenced from:|\bsymbols? for architecture\b/, platform: 'macos', weight: 2 },
  { pattern: /\bdyld\[|\bdlopen\(\/|\.dylib\b/, platform: 'macos', weight: 2 },
  { pattern: /win_amd64|win32|win_arm64|\]\s{0,2}on win32\b/, platform: 'windows', weight: 3 },
  { pattern: /\b[A-Z]:\\[^\s\\]|\\site-packages\\/, platform: 'windows', weight: 3 },
  {
    pattern: /\b(?:LNK|C)\d{4}\b|\bcl\.exe\b|\blink\.exe\b|\bMSVCP\d|\bWinError\b/i,
    platform: 'windows',
    weight: 2,
  },
];

const ARCHITECTURE =
  /(?<![A-Za-z0-9])(x86_64|amd64|aarch64|arm64|i[36]86|win32|ppc64le|s390x|riscv64|armv7l|armv6l)(?![A-Za-z0-9])/gi;

const ARCHITECTURES: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  aarch64: 'arm64',
  i386: 'x86',
  i686: 'x86',
  win32: 'x86',
};

/** `numpy==1.26.4`, the name of a wheel or an sdist, a line of `pip list` or `conda list`, cargo's `pyo3 v0.22.5`. */
const PACKAGES: readonly RegExp[] = [
  /(?:^|[\s"'(,[])([A-Za-z][\w.-]{0,60})==(\d{1,5}(?:\.\w{1,8}){1,5})/g,
  /(?:^|[\s"'(,[/\\])([A-Za-z]\w{0,60})-(\d{1,5}(?:\.\d\w{0,7}){1,5})(?:\+[\w.]{1,40})?(?:-(?:cp|py)\d|\.tar\.gz|\.zip|\.dist-info|\.egg|[/\\])/g,
  /^([A-Za-z][\w.-]{0,60}) {1,40}(\d{1,5}(?:\.\w{1,8}){1,5})(?: |$)/g,
  /(?:^|[\s"'(,[])([a-z][\w-]{0,60}) v(\d{1,5}\.\d{1,5}\.\d{1,5})\b/g,
];

/** `NumPy 1.26`, `numba version: 0.60`: prose, believed only of packages that some article speaks of. */
const IN_PROSE =
  /(?:^|[\s"'(,[])([A-Za-z][\w-]{1,40}) (?:version:? )?v?(\d{1,5}(?:\.\d{1,5}){1,3})\b/g;

/** Lines read for packages; a freeze of a large environment has some hundreds. */
const CLUES_READ = 20_000;

const MAY_SAY =
  /python|cpython|cp3\d|linux|darwin|macos|win|\/(?:usr|home|lib|root|opt|Users|private|Library)|[A-Z]:\\|\.so|dylib|dll|LNK|==|\d\.\d|GIL|free-thread|referenced from|architecture|undefined reference/i;

/**
 * Reads Python, platform and packages out of the cleaned lines of a paste.
 *
 * @param known normalised names of the packages that articles speak of
 */
export function readEnvironment(
  lines: readonly PasteLine[],
  known: ReadonlySet<string> = new Set(),
): Environment {
  const pythons = new Votes();
  const micros = new Map<string, string>();
  const builds = new Votes();
  const systems = new Votes();
  const architectures = new Votes();
  const packages: Record<string, string> = Object.create(null) as Record<string, string>;
  let read = 0;
  for (const { text } of lines) {
    if (!MAY_SAY.test(text)) continue;
    if (++read > CLUES_READ) break;
    for (const { pattern, weight } of PYTHON) {
      for (const [, version = '', flag = ''] of text.matchAll(pattern)) {
        const full = version.includes('.') ? version : `3.${version.slice(1)}`;
        const series = full.split('.').slice(0, 2).join('.');
        pythons.add(series, weight);
        if (full !== series) micros.set(series, full);
        if (flag) builds.add(flag.toLowerCase() === 't' ? 'free-threaded' : 'debug', weight);
      }
    }
    if (/free-thread(?:ed|ing) build/i.test(text)) builds.add('free-threaded', 3);
    for (const { pattern, platform, weight } of PLATFORMS) {
      if (pattern.test(text)) systems.add(platform, weight);
    }
    for (const [name] of text.matchAll(ARCHITECTURE)) {
      const lower = name.toLowerCase();
      architectures.add(ARCHITECTURES[lower] ?? lower, 1);
    }
    for (const [, name = '', version = ''] of text.matchAll(IN_PROSE)) {
      if (known.has(normalizeName(name))) packages[normalizeName(name)] = version;
    }
    for (const pattern of PACKAGES) {
      for (const [, name = '', version = ''] of text.matchAll(pattern)) {
        packages[normalizeName(name)] = version;
      }
    }
  }
  const series = pythons.winner();
  const python = series === undefined ? undefined : (micros.get(series) ?? series);
  const build = builds.winner() as Build | undefined;
  const platform = systems.winner() as Platform | undefined;
  const architecture = architectures.winner();
  return {
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
    ...(architecture !== undefined && { architecture }),
    packages,
  };
}
