import { isVersion } from '../../domain/versions/versions.ts';
import type { BlockPackage, BlockReader } from './block.ts';
import { hasVersion, readTable, type Row } from './rows.ts';

const HEADER = /^[ \t]{0,9}Package[ \t]{1,200}(?=Version(?:[ \t]|$))/;
const RULE = /^[ \t]{0,9}-[- ]*$/;

/** A column of `pip list --outdated`. */
const LATEST = /[ \t]Latest(?:[ \t]|$)/;

/** A column of `pixi list`, which has the packages of conda too. */
const BUILD = /[ \t]Build(?:[ \t]|$)/;

/** Reads `pip list` and `uv pip list`: a header, a rule and rows. */
export const readPipList: BlockReader = (lines, start) => {
  const header = lines[start] ?? '';
  const [beforeVersion] = HEADER.exec(header) ?? [];
  if (beforeVersion === undefined || BUILD.test(header)) return undefined;
  const firstRow = RULE.test(lines[start + 1] ?? '') ? start + 2 : start + 1;
  const isInColumn = ({ column }: Row) => column === beforeVersion.length;
  // Versions such as `dev` are recognized by their column. Outside of it, Python is the interpreter's own line.
  const isRow = (row: Row) => isInColumn(row) || (hasVersion(row) && !/^python$/i.test(row.name));
  const { rows, end, notUnderstood } = readTable(lines, firstRow, isRow);
  return {
    kind: 'pip-list',
    end,
    packages: rows.map(pipRow),
    ...(!LATEST.test(header) && { completeFor: 'PyPI' as const }),
    notUnderstood,
  };
};

export function pipRow({ name, version, line }: Row): BlockPackage {
  return { ecosystem: 'PyPI', name, version, line };
}

/** `numpy (1.24.4)`, `demo (1.0, /home/user/demo)`, `numpy (1.24.4) - Latest: 2.4.6 [wheel]` */
const LEGACY =
  /^[ \t]{0,9}([A-Za-z0-9][\w.-]{0,99}) \(([^\s(),]{1,100})(?:, [^()]{1,400})?\)(?: - Latest: \S{1,100} \[\w{1,20}\])?$/;

/** Minimum number of consecutive rows: one alone may be a reference in prose. */
const MIN_LEGACY_ROWS = 2;

/** Reads `pip list` of pip before 10, and with `--format=legacy` before 19. */
export const readLegacyPipList: BlockReader = (lines, start) => {
  const packages: BlockPackage[] = [];
  for (let line = start; line < lines.length; line++) {
    const [, name = '', version = ''] = LEGACY.exec(lines[line] ?? '') ?? [];
    if (!isVersion('PyPI', version)) break;
    packages.push({ ecosystem: 'PyPI', name, version, line });
  }
  if (packages.length < MIN_LEGACY_ROWS) return undefined;
  return { kind: 'pip-list', end: start + packages.length, packages };
};
