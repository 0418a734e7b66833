import { installedVersions } from '../../domain/affected/evaluate-condition.ts';
import type { PackageEvaluation } from '../../domain/affected/evaluate-package.ts';
import type { Machine } from '../../domain/affected/machine.ts';
import { readPython } from '../../domain/versions/python-release.ts';
import { readVersion } from '../../domain/versions/read-version.ts';
import { isWithinBounds, readBounds } from '../../domain/versions/version-bounds.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';

/** Marks the cells of the reader's versions in the matrices of `PairMatrix.astro`, and unfolds their rows. */
export function markPairs(packages: readonly PackageEvaluation[], machine: Machine): void {
  for (const mark of document.querySelectorAll('.pairs .yours')) mark.remove();
  for (const table of document.querySelectorAll<HTMLTableElement>('.pairs table')) {
    const { partners = '', yours = '' } = table.dataset;
    for (const evaluation of packages) {
      const cell = findCell(table, evaluation, partners.split(' '), machine);
      if (!cell) continue;
      const mark = document.createElement('span');
      mark.className = 'yours';
      mark.textContent = yours;
      cell.append(mark);
      const fold = table.closest('details');
      if (fold) fold.open = true;
    }
  }
}

/** Returns the cell that fails if the package is affected by its partners here, or the one that lists its partner. */
function findCell(
  table: HTMLTableElement,
  { ecosystem, name, version, verdict, beside = [] }: PackageEvaluation,
  partners: readonly string[],
  machine: Machine,
): Element | null {
  const row = [...table.querySelectorAll<HTMLElement>('tr[data-versions]')].find(
    ({ dataset }) =>
      dataset['package'] === name &&
      dataset['ecosystem'] === ecosystem &&
      isWithin(ecosystem, dataset['versions'], version),
  );
  if (!row) return null;
  if (verdict === 'affected') {
    return beside.some((partner) => partners.includes(partner.name))
      ? row.querySelector('.fails')
      : null;
  }
  const works = row.querySelector<HTMLElement>('.works');
  const partner = partnerOf(ecosystem, partners[0] ?? '', machine);
  const listed = works?.dataset['versions']?.split(' ') ?? [];
  return listed.some((bounds) => isWithin(partner.ecosystem, bounds, partner.version))
    ? works
    : null;
}

function partnerOf(
  ecosystem: Ecosystem,
  name: string,
  machine: Machine,
): { ecosystem: Ecosystem; version: string | undefined } {
  if (name !== 'Python') {
    return { ecosystem, version: installedVersions(machine, { ecosystem, name })[0] };
  }
  const python = readPython(machine.python ?? '');
  return { ecosystem: 'PyPI', version: python?.release ?? python?.series };
}

/** @param bounds as `readBounds` parses them; empty for all versions */
function isWithin(ecosystem: Ecosystem, bounds = '', text = ''): boolean {
  const version = readVersion(ecosystem, text);
  const interval = bounds === '' ? {} : readBounds(ecosystem, bounds);
  return (
    version !== undefined && interval !== undefined && isWithinBounds(ecosystem, interval, version)
  );
}
