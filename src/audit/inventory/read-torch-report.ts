import { readMachine } from '../../domain/environment/read-machine.ts';
import type { BlockPackage, BlockReader } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';
import { fieldsFrom, type Field } from './field.ts';
import { condaRow } from './read-conda-list.ts';
import { readRequirement } from './requirement.ts';
import { hasVersion, rowAt } from './rows.ts';
import { readPythonField } from './sys-version.ts';

const START = /^(?:Collecting environment information\.{3}|PyTorch version: .{1,60})$/;
const LIBRARIES = 'Versions of relevant libraries:';

/** `[pip3] numpy==1.26.4`, `[conda] numpy  1.26.4  py311h64a7726_0  conda-forge` */
const LIBRARY = /^\[(pip3?|conda)\] /;

/** Maximum number of lines above the libraries; a machine with many processors and GPUs takes some hundreds. */
const MAX_LINES = 1_000;

/** Reads `python -m torch.utils.collect_env`. */
export const readTorchReport: BlockReader = (lines, start) => {
  if (!START.test(lines[start] ?? '')) return undefined;
  const last = Math.min(start + MAX_LINES, lines.length);
  let libraries = start + 1;
  while (libraries < last && lines[libraries] !== LIBRARIES) libraries += 1;
  const isWhole = lines[libraries] === LIBRARIES;
  // Of a report that was cut off, the first fields have what matters.
  const { fields, end } = fieldsFrom(lines.slice(0, libraries), start);
  let endOfLibraries = libraries + 1;
  while (LIBRARY.test(lines[endOfLibraries] ?? '')) endOfLibraries += 1;
  const packages = fields.filter(isTorch).map(({ value, line }): BlockPackage => ({
    ecosystem: 'PyPI',
    name: 'torch',
    version: value,
    line,
  }));
  if (isWhole) packages.push(...librariesOf(lines, libraries + 1, endOfLibraries));
  const valueOf = (name: string) => fields.find(({ label }) => label === name)?.value ?? '';
  const { platform } = readMachine([valueOf('Python platform')]);
  return {
    kind: 'torch-environment',
    end: isWhole ? endOfLibraries : Math.max(end, start + 1),
    packages,
    machine: {
      ...readPythonField(valueOf('Python version').replace(/ \(\d\d-bit runtime\)$/, '')),
      ...(platform && { platform }),
    },
  };
};

function isTorch({ label, value }: Field): boolean {
  return label === 'PyTorch version' && /^\d/.test(value);
}

function librariesOf(lines: readonly string[], start: number, end: number): BlockPackage[] {
  const packages: BlockPackage[] = [];
  const conda: CondaPackage[] = [];
  for (let line = start; line < end; line++) {
    const [mark = '', tool] = LIBRARY.exec(lines[line] ?? '') ?? [];
    const text = (lines[line] ?? '').slice(mark.length);
    const row = tool === 'conda' ? rowAt([text], 0) : undefined;
    if (row && hasVersion(row)) conda.push({ ...condaRow(row), line });
    const requirement = tool === 'conda' ? undefined : readRequirement(text);
    if (requirement?.kind !== 'package') continue;
    const { name, version } = requirement;
    packages.push({ ecosystem: 'PyPI', name, ...(version !== undefined && { version }), line });
  }
  return [...packages, ...readCondaPackages(conda).packages];
}
