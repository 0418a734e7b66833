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

/** A line that is shown is cut to this length. */
const SHOWN_LENGTH = 120;

/** Puts together what the readers found. */
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

  /** Adds what a reader made of the lines from `at` on. */
  add(block: Block, at: number, lines: readonly string[], file: string | undefined): void {
    const place = (line: number): Place => ({
      ...(file !== undefined && { file }),
      line: line + 1,
    });
    const { kind, packages = [], machine, completeFor, broken } = block;
    const own = new Set(packages.map((found) => this.#addPackage(found, place(found.line))));
    if (kind) {
      const { recognized } = this.#found;
      const lastLine = lastWritten(lines, at, block.end);
      recognized.push({ ...place(at), kind, lastLine, packages: own.size });
    }
    if (machine) this.#machines.push(machine);
    if (completeFor) this.#completeFor.add(completeFor);
    if (broken) this.#found.broken.push({ ...place(broken.line), message: broken.message });
    for (const line of block.notFollowed ?? []) {
      list(this.#found.notFollowed, place(line), lines[line]);
    }
    for (const line of block.notUnderstood ?? []) this.addUnread(line, lines, file);
  }

  /** Adds a line that means nothing. */
  addUnread(line: number, lines: readonly string[], file: string | undefined): void {
    this.#found.notUnderstoodCount += 1;
    const place = { ...(file !== undefined && { file }), line: line + 1 };
    list(this.#found.notUnderstood, place, lines[line]);
  }

  /** Says that there was more than is read. */
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

  /** @returns what is the same for two mentions of one package in one version */
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
    // What speaks of the machine itself is believed before what is near it.
    const machines = [
      ...this.#machines.filter(({ isHint }) => !isHint),
      ...this.#machines.filter(({ isHint }) => isHint),
    ];
    const said = <K extends 'python' | 'build' | 'platform'>(fact: K) => [
      ...new Set(machines.flatMap((machine) => machine[fact] ?? [])),
    ];
    const pythons = mostExact(said('python'));
    const [python, build, platform] = [pythons[0], said('build')[0], said('platform')[0]];
    const facts = { python: pythons, build: said('build'), platform: said('platform') };
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

/** The last line of a part that is not empty, 1-based. */
function lastWritten(lines: readonly string[], at: number, end: number): number {
  let last = end;
  while (last > at + 1 && lines[last - 1]?.trim() === '') last -= 1;
  return last;
}

/** A package whose version is known somewhere needs no mention without one. */
function known(versions: ReadonlyMap<string | undefined, InventoryPackage>): InventoryPackage[] {
  const all = [...versions.values()];
  const pinned = all.filter(({ version }) => version !== undefined);
  return pinned.length > 0 ? pinned : all;
}

/** Versions of Python without those that only name the series of another one. */
function mostExact(pythons: readonly string[]): string[] {
  const read = pythons.map((text) => ({ text, python: readPython(text) }));
  return read
    .filter(
      ({ python }, index) =>
        !read.some(
          (other, at) =>
            at !== index &&
            python?.release === undefined &&
            other.python?.release !== undefined &&
            other.python.series === python?.series,
        ),
    )
    .map(({ text }) => text);
}

function list(lines: UnreadLine[], place: Place, text = ''): void {
  if (lines.length >= MAX_LISTED) return;
  lines.push({ ...place, text: truncate(text.trim(), SHOWN_LENGTH) });
}
