import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readMachine } from '../../domain/environment/read-machine.ts';
import type { Build } from '../../domain/vocabulary.ts';
import type { BlockReader, BlockMachine } from './block.ts';

const SYSCONFIG = /^Platform: "([\w.-]{1,60})"$/;
const VARIABLE = /^\s{1,9}(py_version|Py_DEBUG|Py_GIL_DISABLED) = "([^"]{0,60})"$/;
const SERIES = /^Python version: "(\d\.\d{1,3})/;
const SYSCONFIG_LINE =
  /^(?:Platform: |Python version: |Current installation scheme: |Paths: ?$|Variables: ?$|\s)/;

/** Reads `python -m sysconfig`, complete or only its beginning. */
export const readSysconfig: BlockReader = (lines, start) => {
  const [, platform] = SYSCONFIG.exec(lines[start] ?? '') ?? [];
  if (platform === undefined) return undefined;
  const machine: BlockMachine = { platform: platformNamed(platform) };
  const flags = new Map<string, string>();
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line !== '' && !SYSCONFIG_LINE.test(line)) break;
    const [, series] = SERIES.exec(line) ?? [];
    machine.python ??= series;
    const [, name, value = ''] = VARIABLE.exec(line) ?? [];
    if (name === 'py_version') machine.python = value;
    else if (name !== undefined) flags.set(name, value);
  }
  machine.build = buildOf(flags);
  return { kind: 'sysconfig', end, machine };
};

function buildOf(flags: ReadonlyMap<string, string>): Build | undefined {
  if (flags.get('Py_DEBUG') === '1') return 'debug';
  const isFreeThreaded = flags.get('Py_GIL_DISABLED');
  return isFreeThreaded === undefined
    ? undefined
    : isFreeThreaded === '1'
      ? 'free-threaded'
      : 'gil';
}

const CONFIG_START = /^Build Dependencies:$/;
const CONFIG_LINE =
  /^(?:(?:Build Dependencies|Compilers|Machine Information|Python Information|SIMD Extensions):$|\s)/;
const CONFIG_HOST = /^\s{1,9}host:$/;
const CONFIG_SYSTEM = /^\s{1,9}system: (\w{1,20})$/;
const CONFIG_PYTHON = /^\s{1,9}version: '?(3\.\d{1,3})'?$/;

/** The form of NumPy before 1.25, which lists libraries. */
const OLD_CONFIG_START = /^\w{1,40}_info:$/;
const OLD_CONFIG_LINE = /^(?:\w{1,40}_info:|Supported SIMD extensions in this NumPy install:)$/;

/**
 * Reads `numpy.show_config()` and `scipy.show_config()`. They describe the machine that built the wheel, which has the
 * same series of Python and the same platform. The versions are those of compilers and libraries.
 */
export const readNumpyConfig: BlockReader = (lines, start) => {
  const isOld = OLD_CONFIG_START.test(lines[start] ?? '');
  if (!isOld && !CONFIG_START.test(lines[start] ?? '')) return undefined;
  let end = start + 1;
  while (end < lines.length && isConfigLine(lines[end] ?? '', isOld)) end += 1;
  const sections = sectionsOf(lines.slice(start, end));
  const about = sections.get('Machine Information:') ?? [];
  const host = about.findIndex((line) => CONFIG_HOST.test(line));
  const system = host < 0 ? undefined : firstGroup(about.slice(host), CONFIG_SYSTEM);
  const python = firstGroup(sections.get('Python Information:') ?? [], CONFIG_PYTHON);
  const platform = platformNamed(system ?? '');
  // Only SciPy is built with it.
  const isSciPy = lines.slice(start, end).includes('  pybind11:');
  const kind = isSciPy ? 'scipy-config' : 'numpy-config';
  return { kind, end, machine: { isHint: true, python, platform } };
};

function isConfigLine(line: string, isOld: boolean): boolean {
  return line === '' || CONFIG_LINE.test(line) || (isOld && OLD_CONFIG_LINE.test(line));
}

/** Returns the indented lines below each line that is not indented. */
function sectionsOf(lines: readonly string[]): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of lines) {
    if (/^\s/.test(line)) section.push(line);
    else if (line !== '') sections.set(line, (section = []));
  }
  return sections;
}

/** Returns group 1 of the first line that matches. */
function firstGroup(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const [, group] = pattern.exec(line) ?? [];
    if (group !== undefined) return group;
  }
  return undefined;
}

/** NumPy before 1.25 does not print its version. */
const RUNTIME_START = /^\[\{'(?:numpy_version': '([\w.+]{1,60})'|simd_extensions': )/;
const RUNTIME_PYTHON = /'python': '(\d[^'\s]{0,20}) ([^']{0,300})'/;
const RUNTIME_SYSTEM = /uname_result\(system='(\w{1,20})'/;

/** Reads `numpy.show_runtime()`: the `repr()` of a list, indented after its first line. */
export const readNumpyRuntime: BlockReader = (lines, start) => {
  const match = RUNTIME_START.exec(lines[start] ?? '');
  if (!match) return undefined;
  const [, version] = match;
  const machine: BlockMachine = {};
  let end = start;
  do {
    const line = lines[end] ?? '';
    const [, python, about = ''] = RUNTIME_PYTHON.exec(line) ?? [];
    if (python !== undefined) Object.assign(machine, readMachine([`Python ${python} ${about}`]));
    const [, system] = RUNTIME_SYSTEM.exec(line) ?? [];
    if (system !== undefined) machine.platform = platformNamed(system);
    end += 1;
  } while (end < lines.length && /^\s+\S/.test(lines[end] ?? ''));
  return {
    kind: 'numpy-runtime',
    end,
    packages:
      version === undefined ? [] : [{ ecosystem: 'PyPI', name: 'numpy', version, line: start }],
    machine,
  };
};
