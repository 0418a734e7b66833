import { isVersion } from '../../domain/versions/versions.ts';
import type { BlockReader } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';
import { pipRow } from './read-pip-list.ts';
import { hasCondaBuild, hasVersion, readTable, rowsFrom, type Row } from './rows.ts';

const HEADER = /^#?[ \t]{0,9}(?:Name|Package)[ \t]{1,200}Version[ \t]{1,200}Build\b/;

/** First line of conda, mamba and micromamba, above the header. */
const TITLE = /^[ \t]{0,9}(?:# packages in environment at |List of packages in environment: )/;
const MAX_TITLE_LINES = 8;

const RULE = /^[ \t]{0,9}[-\u2500][-\u2500 ]*$/;

const BUILD = /^(\S{1,99})(?:[ \t]|$)/;
const FROM_PYPI = /(?:^|[ \t])pypi(?:_0)?(?:[ \t]|$)/;

/** Of `pip list`: the folder of an editable package, or the newest version and its type (`--outdated`). */
const PIP_COLUMNS = /^(?:[/\\~]|[A-Z]:\\|\d\S{0,99}[ \t]{1,200}(?:wheel|sdist)$)/;

/** Reads `conda list`, `mamba list`, `micromamba list` and `pixi list`: rows of name, version, build and others. */
export const readCondaList: BlockReader = (lines, start) => {
  const first = lines[start] ?? '';
  const isTitle = TITLE.test(first);
  if (!isTitle && !HEADER.test(first)) return undefined;
  let header = start;
  while (header < start + MAX_TITLE_LINES && !HEADER.test(lines[header] ?? '')) header += 1;
  if (!HEADER.test(lines[header] ?? '')) return undefined;
  let firstRow = header + 1;
  if (RULE.test(lines[firstRow] ?? '')) firstRow += 1;
  const isRow = (row: Row) => hasVersion(row) || hasCondaBuild(row);
  const { rows, end, notUnderstood } = readTable(lines, firstRow, isRow);
  return {
    kind: 'conda-list',
    end,
    ...readCondaPackages(rows.map(condaRow)),
    completeFor: 'PyPI',
    notUnderstood,
  };
};

/** Reads rows of such a list, or of `pip list`, without their header, as in bug reports. */
export const readBareRows: BlockReader = (lines, start) => {
  const rows = rowsFrom(lines, start, isBareRow);
  if (rows.length === 0) return undefined;
  const end = start + rows.length;
  return rows.some(hasCondaBuild)
    ? { kind: 'conda-list', end, ...readCondaPackages(rows.map(condaRow)) }
    : { kind: 'pip-list', end, packages: rows.map(pipRow) };
};

function isBareRow(row: Row): boolean {
  const { version, rest } = row;
  if (hasCondaBuild(row)) return hasVersion(row);
  // A word and an integer are prose.
  const isPinned = version.includes('.') && isVersion('PyPI', version);
  return isPinned && (rest === '' || PIP_COLUMNS.test(rest));
}

export function condaRow({ name, version, rest, line }: Row): CondaPackage {
  const [, build = ''] = BUILD.exec(rest) ?? [];
  return { name, version, build, isFromPyPI: FROM_PYPI.test(rest), line };
}
