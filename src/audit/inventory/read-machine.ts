import { readPython } from '../../domain/versions/python-release.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import type { BlockReader, FoundMachine } from './block.ts';

/**
 * `Python 3.13.0 (main, Oct  8 2024, 01:04:00) [MSC v.1941 64 bit (AMD64)] on win32`, whole or cut short; conda's has
 * `| packaged by conda-forge |` in the middle.
 */
const BANNER =
  /^Python (\d\.\d{1,3}\.\d{1,3}\S{0,9})(?: ((?:\(|\[|\||experimental |free-threading ).{0,300}))?$/;

/** The second line of the banner, where it has two. */
const COMPILER = /^\[(?:GCC|Clang|MSC) .{0,100}\](?: on \w{3,10})?$/;

/** What the interpreter says of a build without the GIL; where it says its whole version, its silence tells too. */
const FREE_THREADED = 'free-threading build';
const WHOLE_VERSION = ') [';

const FIRST_FREE_THREADED = 13;

/** `sys.platform`, `platform.system()`, `sysconfig.get_platform()`, Meson's names. */
const PLATFORMS: readonly (readonly [RegExp, Platform])[] = [
  [/^linux/i, 'linux'],
  [/^(?:darwin|macos)/i, 'macos'],
  [/^win/i, 'windows'],
];

/** `Linux-6.1.0-x86_64-with-glibc2.36`, `macOS-14.5-arm64-arm-64bit`, `Windows-10-10.0.19045-SP0` */
const PLATFORM_LINE = /^(Linux|macOS|Darwin|Windows)-\d\S{0,200}$/;

/** The first line of a test run. */
const PYTEST = /^platform (linux|darwin|win32) -- Python (\d\.\d{1,3}\.\d{1,3}\S{0,9}),/;

/** `pip --version` */
const PIP = /^pip (\d\S{0,30}) from .{1,500} \(python (\d\.\d{1,3})\)$/;

/** The platform that a tool's own name for it stands for. */
export function platformNamed(name: string): Platform | undefined {
  return PLATFORMS.find(([pattern]) => pattern.test(name))?.[1];
}

/** What `sys.version` says, behind the number or with it. */
export function readSysVersion(version: string, about = ''): FoundMachine | undefined {
  const python = readPython(version);
  if (!python) return undefined;
  const canBeFreeThreaded = Number(python.series.split('.')[1]) >= FIRST_FREE_THREADED;
  const build = about.includes(FREE_THREADED)
    ? 'free-threaded'
    : canBeFreeThreaded && about.includes(WHOLE_VERSION)
      ? 'gil'
      : undefined;
  const platform = compilerPlatform(about);
  return {
    python: version,
    ...(build && { build }),
    ...(platform && { platform }),
  };
}

/** `[Clang 16.0.6 ] on darwin`; only Windows has Microsoft's compiler. */
function compilerPlatform(about: string): Platform | undefined {
  const [, system] = /\] on (\w{3,10})$/.exec(about) ?? [];
  return platformNamed(system ?? (about.includes('[MSC ') ? 'win32' : ''));
}

/** Single lines that speak of the machine: `python -VV`, its banner, `python -m platform`, pytest's first line, `pip --version`. */
export const readMachineLine: BlockReader = (lines, at) => {
  const line = (lines[at] ?? '').trim();
  const end = at + 1;
  const [, version, about = ''] = BANNER.exec(line) ?? [];
  const machine = version !== undefined && readSysVersion(version, about);
  if (machine) return { kind: 'python-version', end, machine };

  if (COMPILER.test(line)) {
    return { kind: 'python-version', end, machine: { platform: compilerPlatform(line) } };
  }
  const [, system = ''] = PLATFORM_LINE.exec(line) ?? [];
  if (system !== '') return { kind: 'platform', end, machine: { platform: platformNamed(system) } };

  const [, name = '', python] = PYTEST.exec(line) ?? [];
  if (python !== undefined) {
    return { kind: 'python-version', end, machine: { python, platform: platformNamed(name) } };
  }
  const [, pip, series] = PIP.exec(line) ?? [];
  if (pip === undefined) return undefined;
  return {
    kind: 'python-version',
    end,
    packages: [{ ecosystem: 'PyPI', name: 'pip', version: pip, line: at }],
    machine: { python: series, isHint: true },
  };
};
