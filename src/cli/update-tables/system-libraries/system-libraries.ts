import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readRelease, type Release } from '../debian/release.ts';
import type { LookupTable, Row, TranslatedText } from '../lookup-table.ts';
import { chooseName, type PackageCell } from '../package-names/choose-names.ts';
import type { MappedSystem, NameMapping } from '../package-names/package-group.ts';
import { readMappings } from '../package-names/read-mappings.ts';
import { libraryColumns } from './columns.ts';
import { librarySchema, packageList, type Library } from './library.ts';
import { indexHeaders, KEY_COLUMNS, keysOf, removeConflicts, type Keys } from './library-keys.ts';
import { runPackages } from './run-packages.ts';

const LIBRARIES = path.join(import.meta.dirname, 'libraries.yaml');

const FEEDSTOCK_OUTPUTS = 'conda-forge/feedstock-outputs/outputs';

/** A table and what a contributor should look at before it is committed. */
export interface BuiltTable {
  table: LookupTable;
  advice: string[];
}

/**
 * Builds the table of system libraries.
 *
 * @param folder Contents indexes of Debian in `debian/<codename>`, and checkouts in `<owner>/<repository>`
 * @param today day of the comparison
 */
export async function systemLibraries(folder: string, today: string): Promise<BuiltTable> {
  const libraries = z.array(librarySchema).parse(parse(await readFile(LIBRARIES, 'utf8')));
  const releases = [
    await readRelease(folder, 'bookworm'),
    await readRelease(folder, 'trixie'),
  ] as const;
  const sources: Sources = {
    releases,
    mappings: await readMappings(folder),
    condaNames: await readCondaNames(path.join(folder, FEEDSTOCK_OUTPUTS)),
  };
  const index = indexHeaders(libraries, releases);
  const builds = new Map(libraries.map((library) => [library, buildPackages(library, sources)]));
  const keys = new Map(
    [...builds].map(([library, { homebrew }]) => [
      library,
      keysOf(library, releases, index, homebrew !== undefined),
    ]),
  );
  const conflicts = removeConflicts(keys);
  const rows = [...keys].map(([library, own]) =>
    rowOf(library, own, builds.get(library) ?? {}, sources),
  );
  return {
    table: {
      title: { en: 'System libraries', zh: '系统库' },
      columns: libraryColumns(today),
      rows,
    },
    advice: [
      ...conflicts.map(
        ({ column, key, ids }) => `${column} ${key}: removed, several have it: ${ids.join(', ')}`,
      ),
      ...libraries.flatMap((library) => missingPackages(library, releases)),
    ],
  };
}

interface Sources {
  releases: readonly [Release, Release];
  mappings: readonly NameMapping[];
  /** Names of all packages of conda-forge. */
  condaNames: ReadonlySet<string>;
}

type Packages = Record<string, PackageCell>;

function rowOf(library: Library, keys: Keys, build: Packages, sources: Sources): Row {
  const { run, previous } = loadPackages(library, keys, build, sources);
  const python = (library.python ?? []).map((entry) => {
    const [name, wheel] = [entry].flat();
    return { package: name ?? '', ...(wheel ? { wheel } : {}) };
  });
  return withoutEmpty({
    id: library.id,
    name: library.name,
    ...Object.fromEntries(KEY_COLUMNS.map((column) => [column, keys[column]])),
    build,
    run,
    run_previous: previous,
    python,
    note: library.note ?? releaseNote(library, sources.releases),
  });
}

/** Says which releases of Debian have the packages, if not both have. */
function releaseNote(library: Library, releases: Sources['releases']): TranslatedText | undefined {
  const [inPrevious, inStable] = releases.map(({ files }) =>
    packageList(library.debian).every((name) => files.has(name)),
  );
  if (inPrevious && !inStable)
    return { en: 'Debian 13 no longer has these packages.', zh: 'Debian 13 不再提供这些软件包。' };
  if (!inPrevious && inStable)
    return { en: 'Debian has these packages since 13.', zh: 'Debian 自 13 起提供这些软件包。' };
  return undefined;
}

function buildPackages(library: Library, sources: Sources): Packages {
  const debian = debianNames(library);
  const choose = (system: MappedSystem) => {
    if (library[system] === '-') return undefined;
    const isListed = (name: string) =>
      library.listed?.includes(system) === true ||
      (system === 'conda' && sources.condaNames.has(name));
    return chooseName(sources.mappings, debian, system, library[system], isListed);
  };
  return withoutUndefined({
    pip: library.pip,
    debian: library.debian,
    fedora: choose('fedora'),
    alpine: choose('alpine'),
    arch: choose('arch'),
    homebrew: choose('homebrew'),
    conda: choose('conda'),
    windows: library.windows,
  });
}

/** Names by which mappings know the library. */
const debianNames = ({ debian, formerly }: Library): string[] => [
  ...packageList(debian),
  ...packageList(formerly),
];

/** Systems whose packages contain both the headers and the shared libraries. */
const UNDIVIDED = ['arch', 'homebrew', 'conda'] as const;

function loadPackages(
  library: Library,
  keys: Keys,
  build: Packages,
  { releases, mappings }: Sources,
): { run: Packages; previous: Packages } {
  if (keys.library.length === 0) return { run: {}, previous: {} };
  const found = library.run
    ? { debian: library.run, previous: library.run_previous }
    : runPackages(keys.link, releases);
  const names = [
    ...debianNames(library),
    ...packageList(found.debian),
    ...packageList(found.previous),
  ];
  const { fedora } = build;
  const name = typeof fedora === 'object' ? fedora.unverified : fedora;
  return {
    run: withoutUndefined({
      debian: found.debian,
      fedora: chooseName(mappings, names, 'fedora', name?.replaceAll('-devel', '')),
      ...Object.fromEntries(UNDIVIDED.map((system) => [system, build[system]])),
    }),
    previous: withoutUndefined({ debian: found.previous }),
  };
}

async function readCondaNames(folder: string): Promise<ReadonlySet<string>> {
  const files = await readdir(folder, { recursive: true });
  return new Set(files.map((file) => path.basename(file, '.json')));
}

function missingPackages(library: Library, releases: Sources['releases']): string[] {
  const missing = (names: string[]) =>
    names
      .filter((name) => releases.every(({ files }) => !files.has(name)))
      .map((name) => `${library.id}: Debian has no ${name}`);
  return [...missing(packageList(library.debian)), ...missing(packageList(library.from))];
}

const withoutUndefined = <Value>(
  record: Record<string, Value | undefined>,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );

const withoutEmpty = (row: Record<string, Row[string] | undefined>): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([, cell]) => cell !== undefined && Object.keys(cell).length > 0),
  ) as Row;
