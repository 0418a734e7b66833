import { FIRST_FREE_THREADED_MINOR } from '../versions/builds.ts';
import type { Build, Platform } from '../vocabulary.ts';
import type { MachineFacts } from './environment.ts';

/** Weighted votes for a value, since one log may name several: pip's own Python, a wheel for another machine. */
class Votes<T extends string> {
  readonly #votes = new Map<T, number>();

  add(value: T, weight: number): void {
    this.#votes.set(value, (this.#votes.get(value) ?? 0) + weight);
  }

  /** Returns the value with the most votes; the first one of several with equally many. */
  winner(): T | undefined {
    let best: [T, number] | undefined;
    for (const vote of this.#votes) if (!best || vote[1] > best[1]) best = vote;
    return best?.[0];
  }
}

/** Groups 1 and 2 of the patterns below. */
const RELEASE = String.raw`([23]\.\d{1,2}(?:\.\d{1,2}(?:(?:a|b|rc)\d{1,2})?)?)(t?)\b`;

/** Where the version of Python is. Group 1 is the version (`3.13`, `3.13.4`, `313`), group 2 the `t` or `d` of the build. */
const PYTHON: readonly { pattern: RegExp; weight: number }[] = [
  // The banner, `got Python 3.12`
  {
    pattern: new RegExp(
      String.raw`(?:^|\b(?:got|found|have|running|using|detected) (?:an? |the )?)c?python ${RELEASE}`,
      'gi',
    ),
    weight: 4,
  },
  // `Python: 3.12.1`, `python==3.11`, `Python version : 3.9`, `Python interpreter version (3.14)`
  {
    pattern: new RegExp(
      String.raw`\bpython(?: interpreter)?(?: version)? {0,3}(?:version|[:=(]{1,2}) {0,3}v?${RELEASE}`,
      'gi',
    ),
    weight: 4,
  },
  // Sentences
  { pattern: new RegExp(String.raw`\bpython v?${RELEASE}`, 'gi'), weight: 1 },
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

/** Skips most lines before the patterns above run. */
const MAY_NAME_PYTHON = /python|cp3|Versions/i;

const FREE_THREADED = /free-thread(?:ed|ing) build/i;

/** `sys.version` in full, from the date of the build to the compiler. Group 1 is the minor version. */
const FULL_VERSION = /^Python 3\.(\d{1,2})\.\d.{0,200}\) \[(?:GCC|Clang|MSC) /;

const BUILD_WEIGHT = 3;

const PLATFORMS: readonly { pattern: RegExp; platform: Platform; weight: number }[] = [
  // `Linux-6.1.0-x86_64-with-glibc2.36`, and the first line of pytest
  { pattern: /^Linux-\d|^platform linux -- /, platform: 'linux', weight: 3 },
  { pattern: /^(?:macOS|Darwin)-\d/, platform: 'macos', weight: 3 },
  { pattern: /^Windows-\d|\[MSC v\./, platform: 'windows', weight: 3 },
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

/** Reads Python, build and platform out of the lines of any text: banners, paths, file names, messages of tools. */
export function readMachine(lines: Iterable<string>): MachineFacts {
  const series = new Votes<string>();
  const builds = new Votes<Build>();
  const platforms = new Votes<Platform>();
  /** The last release mentioned of each series. */
  const releases = new Map<string, string>();
  for (const line of lines) {
    for (const { version, flag, weight } of pythonsIn(line)) {
      const [major, minor] = version.split('.');
      series.add(`${major}.${minor}`, weight);
      if (version !== `${major}.${minor}`) releases.set(`${major}.${minor}`, version);
      if (flag !== '') builds.add(flag === 'd' ? 'debug' : 'free-threaded', weight);
    }
    const build = buildIn(line);
    if (build) builds.add(build, BUILD_WEIGHT);
    for (const { pattern, platform, weight } of PLATFORMS) {
      if (pattern.test(line)) platforms.add(platform, weight);
    }
  }
  const python = series.winner();
  const build = builds.winner();
  const platform = platforms.winner();
  return {
    ...(python !== undefined && { python: releases.get(python) ?? python }),
    ...(build && { build }),
    ...(platform && { platform }),
  };
}

function pythonsIn(line: string): { version: string; flag: string; weight: number }[] {
  if (!MAY_NAME_PYTHON.test(line)) return [];
  return PYTHON.flatMap(({ pattern, weight }) =>
    [...line.matchAll(pattern)].map(([, version = '', flag = '']) => ({
      version: version.includes('.') ? version : `3.${version.slice(1)}`,
      flag: flag.toLowerCase(),
      weight,
    })),
  );
}

/** A free-threaded build names itself in `sys.version`, so one that is printed in full without it has the GIL. */
function buildIn(line: string): Build | undefined {
  if (FREE_THREADED.test(line)) return 'free-threaded';
  const [, minor] = FULL_VERSION.exec(line) ?? [];
  return Number(minor ?? 0) >= FIRST_FREE_THREADED_MINOR ? 'gil' : undefined;
}
