import { isVersion } from '../../domain/versions/versions.ts';
import type { BlockReader, BlockPackage } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

const PIP_HEADER = /^Package[ \t]{1,200}Version(?:[ \t]|$)/;
const CONDA_HEADER = /^#?[ \t]{0,9}Name[ \t]{1,200}Version[ \t]{1,200}Build\b/;

/** First line of conda, mamba and micromamba, above the header. */
const CONDA_TITLE = /^(?:# packages in environment at |List of packages in environment: )/;
const MAX_TITLE_LINES = 8;

const RULE = /^[ \t]{0,9}[-\u2500][-\u2500 ]*$/;

/** Name, version and the other columns. */
const ROW =
  /^[ \t]{0,9}([A-Za-z0-9_][\w.-]{0,99})[ \t]{1,200}(\d[\w.!+*-]{0,99})(?:[ \t]{1,200}(\S.*))?$/;

const BUILD = /^(\S{1,99})(?:[ \t]{1,200}(\S{1,200}))?/;

/** The build of a conda package ends with its number; recognizes a row without a header. */
const CONDA_BUILD = /^\S{0,99}_\d{1,4}(?:[ \t]|$)/;

/** Reads `pip list` and `uv pip list`: a header, a rule and rows. */
export const readPipList: BlockReader = (lines, start) => {
  if (!PIP_HEADER.test(lines[start] ?? '')) return undefined;
  const firstRow = RULE.test(lines[start + 1] ?? '') ? start + 2 : start + 1;
  const rows = rowsFrom(lines, firstRow);
  return {
    kind: 'pip-list',
    end: firstRow + rows.length,
    packages: rows.map(pipRow),
    completeFor: 'PyPI',
  };
};

/** Reads `conda list`, `mamba list` and `micromamba list`: a title, a header and rows of name, version, build, channel. */
export const readCondaList: BlockReader = (lines, start) => {
  const first = lines[start] ?? '';
  const isTitle = CONDA_TITLE.test(first);
  if (!isTitle && !CONDA_HEADER.test(first)) return undefined;
  let header = start;
  while (header < start + MAX_TITLE_LINES && !CONDA_HEADER.test(lines[header] ?? '')) header += 1;
  if (!CONDA_HEADER.test(lines[header] ?? '')) return undefined;
  let firstRow = header + 1;
  if (RULE.test(lines[firstRow] ?? '')) firstRow += 1;
  const rows = rowsFrom(lines, firstRow);
  return {
    kind: 'conda-list',
    end: firstRow + rows.length,
    ...readCondaPackages(rows.map(condaRow)),
    completeFor: 'PyPI',
  };
};

/** Reads rows of such a list without its header, as in bug reports. */
export const readBareRows: BlockReader = (lines, start) => {
  const rows = rowsFrom(
    lines,
    start,
    ({ version, rest }) =>
      // A word and an integer are prose.
      version.includes('.') &&
      isVersion('PyPI', version) &&
      (rest === '' || CONDA_BUILD.test(rest)),
  );
  if (rows.length === 0) return undefined;
  const end = start + rows.length;
  if (rows.every(({ rest }) => rest !== '')) {
    return { kind: 'conda-list', end, ...readCondaPackages(rows.map(condaRow)) };
  }
  return { kind: 'pip-list', end, packages: rows.map(pipRow) };
};

interface Row {
  name: string;
  version: string;
  /** The columns after the version. */
  rest: string;
  line: number;
}

/** Returns the consecutive accepted rows from a line on. */
function rowsFrom(
  lines: readonly string[],
  start: number,
  accept: (row: Row) => boolean = () => true,
): Row[] {
  const rows: Row[] = [];
  for (let line = start; line < lines.length; line++) {
    const [, name = '', version, rest = ''] = ROW.exec(lines[line] ?? '') ?? [];
    const row = version !== undefined && { name, version, rest, line };
    if (!row || !accept(row)) break;
    rows.push(row);
  }
  return rows;
}

function pipRow({ name, version, line }: Row): BlockPackage {
  return { ecosystem: 'PyPI', name, version, line };
}

function condaRow({ name, version, rest, line }: Row): CondaPackage {
  const [, build = '', channel] = BUILD.exec(rest) ?? [];
  return { name, version, build, isFromPyPI: channel === 'pypi' || build === 'pypi_0', line };
}
