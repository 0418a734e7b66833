import { readMachine } from '../../domain/environment/read-machine.ts';
import type { BlockReader } from './block.ts';
import { readSysVersion } from './sys-version.ts';

/**
 * `Python 3.13.0 (main, Oct  8 2024, 01:04:00) [MSC v.1941 64 bit (AMD64)] on win32`, whole or cut short; conda's has
 * `| packaged by conda-forge |` in the middle.
 */
const BANNER =
  /^Python \d\.\d{1,3}\.\d{1,3}\S{0,9}(?: (?:\(|\[|\||experimental |free-threading ).{0,300})?$/;

/** The second line of a banner on two lines. */
const COMPILER = /^\[(?:GCC|Clang|MSC|PyPy) .{0,100}\](?: on \w{3,10})?$/;

/** The first line of a test run. */
const PYTEST = /^platform (?:linux|darwin|win32) -- Python \d\.\d{1,3}\.\d{1,3}\S{0,9},/;

/** `Linux-6.1.0-x86_64-with-glibc2.36`, `macOS-14.5-arm64-arm-64bit`, `Windows-10-10.0.19045-SP0` */
const PLATFORM = /^(?:Linux|macOS|Darwin|Windows)-\d\S{0,200}$/;

/** `pip --version` */
const PIP = /^pip (\d\S{0,30}) from .{1,500} \(python \d\.\d{1,3}\)$/;

/** Labels that people and programs write before `sys.version`. */
const LABEL = /^(?:sys\.version|python(?: version)?)[ \t]{0,20}[:=][ \t]{0,20}/i;

/**
 * Reads a single line about the machine: `python -VV` or its banner, `sys.version`, `python -m platform`, the first line
 * of pytest, `pip --version`.
 */
export const readMachineLine: BlockReader = (lines, start) => {
  const line = (lines[start] ?? '').trim();
  const end = start + 1;
  if (BANNER.test(line) || COMPILER.test(line) || PYTEST.test(line)) {
    return { kind: 'python-version', end, machine: readMachine([line]) };
  }
  const version = readSysVersion(line.replace(LABEL, ''));
  if (version) return { kind: 'python-version', end, machine: version };
  if (PLATFORM.test(line)) return { kind: 'platform', end, machine: readMachine([line]) };
  const [, pip] = PIP.exec(line) ?? [];
  if (pip === undefined) return undefined;
  const { python } = readMachine([line]);
  return {
    kind: 'python-version',
    end,
    packages: [{ ecosystem: 'PyPI', name: 'pip', version: pip, line: start }],
    machine: { python, isHint: true },
  };
};
