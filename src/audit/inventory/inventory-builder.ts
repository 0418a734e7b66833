import { packageKey } from '../../domain/versions/package-name.ts';
import { readPython } from '../../domain/versions/python-release.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { Block, BlockMachine, BlockPackage } from './block.ts';
import {
  MAX_LISTED,
  MAX_PACKAGES,
  type Contradiction,
  type Inventory,
  type InventoryPackage,
  type Place,
  type UnreadLine,
} from './inventory.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** Maximum length of a listed line. */
const MAX_SHOWN_LENGTH = 120;

/** Combines the blocks of several texts to an inventory. */
export class InventoryBuilder {
  /** By ecosystem and name, then by version. */
  readonly #packages = new Map<string, Map<string | undefined, InventoryPackage>>();
  #count = 0;
  readonly #machines: BlockMachine[] = [];
  readonly #completeFor = new Set<Ecosystem>();
  #isTruncated = false;
  readonly #found: Pick<
    Inventory,
    'recognized' | 'notUnderstood' | 'notUnderstoodCount' | 'notFollowed' | 'broken'
  > = { recognized: [], notUnderstood: [], notUnderstoodCount: 0, notFollowed: [], broken: [] };

  /** Adds a block that begins at the line with this index. */
  add(block: Block, start: number, lines: readonly string[], file: string | undefined): void {
    const place = (line: number): Place => ({
      ...(file !== undefined && { file }),
      line: line + 1,
    });
    const { kind, packages = [], machine, completeFor, broken } = block;
    const own = new Set(packages.map((found) => this.#addPackage(found, place(found.line))));
    if (kind) {
      const { recognized } = this.#found;
      const lastLine = lastWritten(lines, start, block.end);
      recognized.push({ ...place(start), kind, lastLine, packages: own.size });
    }
    if (machine) this.#machines.push(machine);
    if (completeFor) this.#completeFor.add(completeFor);
    if (broken) this.#found.broken.push({ ...place(broken.line), message: broken.message });
    for (const line of block.notFollowed ?? []) {
      list(this.#found.notFollowed, place(line), lines[line]);
    }
    for (const line of block.notUnderstood ?? []) this.addUnread(line, lines, file);
  }

  /** Adds a line that no reader understood. */
  addUnread(line: number, lines: readonly string[], file: string | undefined): void {
    this.#found.notUnderstoodCount += 1;
    const place = { ...(file !== undefined && { file }), line: line + 1 };
    list(this.#found.notUnderstood, place, lines[line]);
  }

  /** Records that a limit was exceeded. */
  truncate(): void {
    this.#isTruncated = true;
  }

  build(): Inventory {
    return {
      ...this.#machine(),
      packages: [...this.#packages.values()].flatMap(known),
      completeFor: [...this.#completeFor],
      ...this.#found,
      isTruncated: this.#isTruncated,
    };
  }

  /** @returns a key of package and version */
  #addPackage({ ecosystem, name, version }: BlockPackage, place: Place): string {
    const key = `${ecosystem} ${packageKey(ecosystem, name)}`;
    const versions = this.#packages.get(key) ?? new Map<string | undefined, InventoryPackage>();
    const installed = versions.get(version);
    if (installed) installed.places.push(place);
    else if (this.#count >= MAX_PACKAGES) this.truncate();
    else {
      this.#count += 1;
      this.#packages.set(key, versions);
      const pin = version === undefined ? {} : { version };
      versions.set(version, { ecosystem, name, ...pin, places: [place] });
    }
    return `${key} ${version ?? ''}`;
  }

  #machine(): Pick<Inventory, 'python' | 'build' | 'platform' | 'contradictions'> {
    // Hints come last.
    const machines = [
      ...this.#machines.filter(({ isHint }) => !isHint),
      ...this.#machines.filter(({ isHint }) => isHint),
    ];
    const valuesOf = <K extends 'python' | 'build' | 'platform'>(fact: K) => [
      ...new Set(machines.flatMap((machine) => machine[fact] ?? [])),
    ];
    const facts = {
      python: mostExact(valuesOf('python')),
      build: valuesOf('build'),
      platform: valuesOf('platform'),
    };
    const {
      python: [python],
      build: [build],
      platform: [platform],
    } = facts;
    return {
      ...(python !== undefined && { python }),
      ...(build && { build }),
      ...(platform && { platform }),
      contradictions: Object.entries(facts)
        .filter(([, values]) => values.length > 1)
        .map(([fact, values]) => ({ fact, values }) as Contradiction),
    };
  }
}

/** Returns the number of the last line of a block that is not empty, 1-based. */
function lastWritten(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start + 1 && lines[last - 1]?.trim() === '') last -= 1;
  return last;
}

/** Drops mentions without a version if another mention has one. */
function known(versions: ReadonlyMap<string | undefined, InventoryPackage>): InventoryPackage[] {
  const all = [...versions.values()];
  const pinned = all.filter(({ version }) => version !== undefined);
  return pinned.length > 0 ? pinned : all;
}

/** Drops a version of Python that is only the series of another one: 3.13 beside 3.13.4. */
function mostExact(pythons: readonly string[]): string[] {
  const read = pythons.map((text) => ({ text, python: readPython(text) }));
  return read
    .filter(
      ({ python }, index) =>
        !read.some(
          (other, otherIndex) =>
            otherIndex !== index &&
            python?.release === undefined &&
            other.python?.release !== undefined &&
            other.python.series === python?.series,
        ),
    )
    .map(({ text }) => text);
}

function list(lines: UnreadLine[], place: Place, text = ''): void {
  if (lines.length >= MAX_LISTED) return;
  lines.push({ ...place, text: truncate(text.trim(), MAX_SHOWN_LENGTH) });
}
