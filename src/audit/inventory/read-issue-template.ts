import type { Block, BlockPackage, BlockReader } from './block.ts';
import { readSysVersion } from './sys-version.ts';

/** A version of NumPy, which is all that NumPy's template prints above `sys.version`. */
const NUMPY = /^([12]\.\d{1,2}\.\d{1,2}\S{0,20})$/;

/** Both on one line, as NumPy's older template printed them. */
const NUMPY_AND_PYTHON = /^([12]\.\d{1,2}\.\d{1,2}\S{0,20}) (\d.*)$/;

/** `print(scipy.__version__, numpy.__version__, sys.version_info)`, which SciPy's template asks for. */
const SCIPY = /^(\d\.\S{1,20}) ([12]\.\S{1,20}) (sys\.version_info\(.*)$/;

/**
 * Reads the versions that the issue templates of NumPy and SciPy make people print: bare numbers, which only the
 * `sys.version` beside them gives away.
 */
export const readIssueTemplate: BlockReader = (lines, start) => {
  const line = lines[start] ?? '';
  const [, alone] = NUMPY.exec(line) ?? [];
  if (alone !== undefined) {
    return blockOf({ numpy: alone }, lines[start + 1] ?? '', start, start + 2);
  }
  const [, scipy, besideScipy, info = ''] = SCIPY.exec(line) ?? [];
  if (scipy !== undefined && besideScipy !== undefined) {
    return blockOf({ scipy, numpy: besideScipy }, info, start, start + 1);
  }
  const [, numpy, python = ''] = NUMPY_AND_PYTHON.exec(line) ?? [];
  return numpy === undefined ? undefined : blockOf({ numpy }, python, start, start + 1);
};

/** @returns `undefined` if the text is not `sys.version` */
function blockOf(
  versions: Readonly<Record<string, string>>,
  python: string,
  line: number,
  end: number,
): Block | undefined {
  const machine = readSysVersion(python);
  const packages = Object.entries(versions).map(([name, version]): BlockPackage => ({
    ecosystem: 'PyPI',
    name,
    version,
    line,
  }));
  return machine && { kind: 'issue-template', end, packages, machine };
}
