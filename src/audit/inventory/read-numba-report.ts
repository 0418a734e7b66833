import { platformNamed } from '../../domain/environment/platform-names.ts';
import type { Block, BlockMachine, BlockPackage, BlockReader, ReadContext } from './block.ts';
import { fieldAt, type Field } from './field.ts';
import { readCondaList } from './read-conda-list.ts';
import { readPipList } from './read-pip-list.ts';
import { readPythonField } from './sys-version.ts';

const RULE = /^-{20,100}$/;
const INSTALLED = '__Installed Packages__';

/** `Numba Version`, `llvmlite Version`, `NumPy Version`, `SciPy Version` */
const PACKAGE = /^(numba|llvmlite|numpy|scipy) version$/i;

/** The request to copy the report, below it. */
const REQUEST = 'If requested, please copy and paste the information between';
const REQUEST_END = /^={20,100}$/;
const MAX_REQUEST_LINES = 12;

/** Reads `numba -s`, which has a section for each part of the machine and the list of pip or conda. */
export const readNumbaReport: BlockReader = (lines, start, context) => {
  if (lines[start] !== 'System info:' || !RULE.test(lines[start + 1] ?? '')) return undefined;
  const report = { packages: [] as BlockPackage[], machine: {} as BlockMachine };
  let installed: Partial<Block> = {};
  let line = start + 2;
  for (; line < lines.length && !RULE.test(lines[line] ?? ''); line++) {
    const field = fieldAt(lines, line);
    if (lines[line] === INSTALLED) {
      const list = listAt(lines, line + 1, context);
      installed = list ?? {};
      line = list ? list.end - 1 : line;
    } else if (field) {
      report.packages.push(...packageOf(field));
      Object.assign(report.machine, machineOf(field));
    }
  }
  return {
    ...report,
    ...installed,
    machine: { ...report.machine, ...installed.machine },
    kind: 'numba-report',
    end: endOfRequest(lines, line),
  };
};

function listAt(lines: readonly string[], start: number, context: ReadContext): Block | undefined {
  return readCondaList(lines, start, context) ?? readPipList(lines, start, context);
}

function packageOf({ label, value, line }: Field): BlockPackage[] {
  const [, name] = PACKAGE.exec(label) ?? [];
  if (name === undefined || !/^\d/.test(value)) return [];
  return [{ ecosystem: 'PyPI', name: name.toLowerCase(), version: value, line }];
}

function machineOf({ label, value }: Field): BlockMachine {
  if (label === 'Python Version') return readPythonField(value);
  return label === 'OS Name' ? { platform: platformNamed(value) } : {};
}

/** @param rule index of the rule below the report */
function endOfRequest(lines: readonly string[], rule: number): number {
  const end = Math.min(rule + 1, lines.length);
  if (lines[end] !== REQUEST) return end;
  const request = lines.slice(end, end + MAX_REQUEST_LINES);
  const last = request.findLastIndex((line) => REQUEST_END.test(line));
  return end + Math.max(last, 0) + 1;
}
