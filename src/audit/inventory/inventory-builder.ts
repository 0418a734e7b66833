import type { MachineFacts } from '../../domain/environment/environment.ts';
import { packageKey } from '../../domain/versions/package-name.ts';
import { readPython } from '../../domain/versions/python-release.ts';
import type { Ecosystem } from '../../domain/vocabulary.ts';
import type { Block, BlockMachine, BlockPackage } from './block.ts';
import { evaluateMarker, type MarkerResult } from './evaluate-marker.ts';
import { isIgnored } from './ignored-lines.ts';
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

/** A package in one version, with each place that lists it. */
interface ListedPackage extends Pick<InventoryPackage, 'ecosystem' | 'name' | 'version'> {
  mentions: { place: Place; marker: string | undefined }[];
}

/** Combines the blocks of several texts to an inventory. */
export class InventoryBuilder {
  readonly #given: MachineFacts;
  /** By ecosystem and name, then by version. */
  readonly #packages = new Map<string, Map<string | undefined, ListedPackage>>();
  #count = 0;
  readonly #machines: BlockMachine[] = [];
  readonly #completeFor = new Set<Ecosystem>();
  #isTruncated = false;
  readonly #found: Pick<
    Inventory,
    | 'recognized'
    | 'understoodCount'
    | 'notUnderstood'
    | 'notUnderstoodCount'
    | 'notFollowed'
    | 'broken'
  > = {
    recognized: [],
    understoodCount: 0,
    notUnderstood: [],
    notUnderstoodCount: 0,
    notFollowed: [],
    broken: [],
  };

  /** @param given facts that take precedence over those of the texts */
  constructor(given: MachineFacts) {
    this.#given = given;
  }

  /** Adds a block that begins at the line with this index. */
  add(block: Block, start: number, lines: readonly string[], file: string | undefined): void {
    const place = (line: number): Place => ({
      ...(file !== undefined && { file }),
      line: line + 1,
    });
    const { kind, packages = [], machine, completeFor, broken } = block;
    const { notFollowed = [], notUnderstood = [] } = block;
    const own = new Set(packages.map((found) => this.#addPackage(found, place(found.line))));
    if (kind) {
      const { recognized } = this.#found;
      const lastLine = lastWritten(lines, start, block.end);
      recognized.push({ ...place(start), kind, lastLine, packages: own.size });
    }
    if (machine) this.#machines.push(machine);
    if (completeFor) this.#completeFor.add(completeFor);
    if (broken) this.addBroken(broken.message, broken.line, file);
    for (const line of notFollowed) list(this.#found.notFollowed, place(line), lines[line]);
    for (const line of notUnderstood) list(this.#found.notUnderstood, place(line), lines[line]);
    const content = lines.slice(start, block.end).filter((line) => !isIgnored(line)).length;
    // Nothing was understood of a block that is of no kind.
    const unread = kind ? notUnderstood.length : notUnderstood.length > 0 ? content : 0;
    this.#found.notUnderstoodCount += unread;
    if (kind) this.#found.understoodCount += Math.max(content - unread - notFollowed.length, 0);
  }

  /** Adds a line that no reader understood. */
  addUnread(line: number, lines: readonly string[], file: string | undefined): void {
    this.add({ end: line + 1, notUnderstood: [line] }, line, lines, file);
  }

  /** Adds a syntax error, or the reason why a text is not read, at the line with this index. */
  addBroken(message: string, line: number, file: string | undefined): void {
    this.#found.broken.push({ ...(file !== undefined && { file }), line: line + 1, message });
  }

  /** Records that a limit was exceeded. */
  truncate(): void {
    this.#isTruncated = true;
  }

  build(): Inventory {
    const machine = this.#machine();
    const markers = new Map<string, MarkerResult>();
    const evaluate = (marker: string): MarkerResult => {
      const result = markers.get(marker) ?? evaluateMarker(marker, certainFacts(machine));
      markers.set(marker, result);
      return result;
    };
    return {
      ...machine,
      packages: [...this.#packages.values()].flatMap((versions) =>
        known([...versions.values()].flatMap((listed) => toInstalled(listed, evaluate))),
      ),
      completeFor: [...this.#completeFor],
      ...this.#found,
      isTruncated: this.#isTruncated,
    };
  }

  /** @returns a key of package and version */
  #addPackage({ ecosystem, name, version, marker }: BlockPackage, place: Place): string {
    const key = `${ecosystem} ${packageKey(ecosystem, name)}`;
    const versions = this.#packages.get(key) ?? new Map<string | undefined, ListedPackage>();
    const listed = versions.get(version);
    if (listed) listed.mentions.push({ place, marker });
    else if (this.#count >= MAX_PACKAGES) this.truncate();
    else {
      this.#count += 1;
      this.#packages.set(key, versions);
      const pin = version === undefined ? {} : { version };
      versions.set(version, { ecosystem, name, ...pin, mentions: [{ place, marker }] });
    }
    return `${key} ${version ?? ''}`;
  }

  #machine(): Pick<Inventory, 'python' | 'build' | 'platform' | 'contradictions'> {
    // Hints come last.
    const machines = [
      ...this.#machines.filter(({ isHint }) => !isHint),
      ...this.#machines.filter(({ isHint }) => isHint),
    ];
    const valuesOf = <K extends keyof MachineFacts>(fact: K) => {
      const given = this.#given[fact];
      return given === undefined
        ? [...new Set(machines.flatMap((machine) => machine[fact] ?? []))]
        : [given];
    };
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

/** Returns the facts that the texts agree on. */
function certainFacts({
  python,
  platform,
  contradictions,
}: Pick<Inventory, 'python' | 'platform' | 'contradictions'>): MachineFacts {
  const isCertain = (name: Contradiction['fact']) =>
    contradictions.every(({ fact }) => fact !== name);
  return {
    ...(python !== undefined && isCertain('python') && { python }),
    ...(platform && isCertain('platform') && { platform }),
  };
}

/** Leaves out the mentions whose marker excludes the machine; an empty list if no mention is left. */
function toInstalled(
  { mentions, ...listed }: ListedPackage,
  evaluate: (marker: string) => MarkerResult,
): InventoryPackage[] {
  const results = mentions.map(({ place, marker }) => ({
    place,
    ...(marker === undefined ? { holds: true, missing: [] } : evaluate(marker)),
  }));
  const possible = results.filter(({ holds }) => holds !== false);
  if (possible.length === 0) return [];
  const installed = { ...listed, places: possible.map(({ place }) => place) };
  // A mention that depends on nothing that can be found out counts as installed.
  if (possible.some(({ missing }) => missing.length === 0)) return [installed];
  return [{ ...installed, dependsOn: [...new Set(possible.flatMap(({ missing }) => missing))] }];
}

/** Returns the number of the last line of a block that is not empty, 1-based. */
function lastWritten(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start + 1 && lines[last - 1]?.trim() === '') last -= 1;
  return last;
}

/** Drops mentions without a version if another mention has one. */
function known(versions: readonly InventoryPackage[]): readonly InventoryPackage[] {
  const pinned = versions.filter(({ version }) => version !== undefined);
  return pinned.length > 0 ? pinned : versions;
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
