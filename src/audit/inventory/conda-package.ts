import { readPython } from '../../domain/versions/python-release.ts';
import type { BlockMachine, BlockPackage } from './block.ts';
import { pypiName } from './conda-names.ts';

/** A package of a conda environment. */
export interface CondaPackage {
  name: string;
  version?: string;
  /** `py313h4bf6692_0` */
  build?: string;
  /** True if pip installed it into the environment; then its name is the one on PyPI. */
  isFromPyPI?: boolean;
  /** Index of its line. */
  line: number;
}

/** The ABI tag at the end of the build of an interpreter: `hab00c5b_100_cp313t`. */
const ABI = /(?:^|_)cp3\d{1,2}(t?)$/;

/** Converts conda packages to packages of PyPI, and reads the interpreter among them. */
export function readCondaPackages(list: readonly CondaPackage[]): {
  packages: BlockPackage[];
  machine: BlockMachine;
} {
  const machine: BlockMachine = {};
  const packages = list.map(({ name, version, build, isFromPyPI, line }): BlockPackage => {
    if (name === 'python' && !isFromPyPI) Object.assign(machine, interpreter(version, build));
    return {
      ecosystem: 'PyPI',
      name: isFromPyPI ? name : pypiName(name),
      ...(version !== undefined && { version }),
      line,
    };
  });
  return { packages, machine };
}

function interpreter(version = '', build = ''): BlockMachine {
  const python = readPython(version);
  if (!python) return {};
  const [, flag] = ABI.exec(build) ?? [];
  return {
    python: python.release ?? python.series,
    ...(flag !== undefined && { build: flag === 't' ? 'free-threaded' : 'gil' }),
  };
}
