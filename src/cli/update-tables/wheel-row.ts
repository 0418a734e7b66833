import { pythonVersions } from '../../domain/versions/python-series.ts';
import { releasesFrom, type IndexFile } from '../../upstream/simple-index.ts';
import { formatGlibc, neededGlibc } from './wheel-glibc.ts';
import {
  installsOn,
  mainPlatforms,
  otherPlatforms,
  type WheelPlatform,
} from './wheel-platforms.ts';
import { formatRange, offeredReleases, wheelRange, type WheelRange } from './wheel-ranges.ts';

type Files = ReadonlyMap<string, readonly IndexFile[]>;

/** A row of the table `wheels`. */
export interface WheelRow {
  id: string;
  name: string;
  package: string[];
  [column: string]: string | string[];
}

/**
 * Returns the row of a package.
 *
 * @param name normalized
 * @param files by version
 * @returns `undefined` if no release has a wheel for a supported Python
 */
export function wheelRow(name: string, files: Files): WheelRow | undefined {
  const releases = offeredReleases(releasesFrom(files));
  const newest = releases.at(-1)?.version;
  if (newest === undefined || !wheelRange(releases, pythonVersions)) return undefined;

  // A release is offered or not as a whole: a wheel does not make an installer choose a pre-release.
  const offered = new Set(releases.map(({ version }) => version));
  const releasesOn = (platform: WheelPlatform) =>
    releasesFrom(filesOn(platform, files)).filter(({ version }) => offered.has(version));
  const row: WheelRow = { id: name, name, package: namesOf(name), newest, releases: '' };
  const onMain = mainPlatforms.map(releasesOn);
  for (const python of pythonVersions) {
    const ranges = onMain.map((own) => wheelRange(own, [python]));
    if (ranges.some(Boolean)) row[columnOf(python)] = formatMain(ranges, newest);
  }
  row['releases'] = summaryOf(row);
  row['platforms'] = otherPlatforms
    .map((platform) => {
      const range = wheelRange(releasesOn(platform), pythonVersions);
      return `${platform.label} ${formatRange(range, newest)}`;
    })
    .join('; ');
  const glibc = formatGlibc(
    releases.flatMap(({ version }) => {
      const minor = neededGlibc((files.get(version) ?? []).map(({ filename }) => filename));
      return minor === undefined ? [] : { version, minor };
    }),
  );
  if (glibc !== '') row['glibc'] = glibc;
  return row;
}

/** Interpreters of the summary. A free-threaded one has its own column. */
const summarized = pythonVersions.filter(
  (python) => !python.endsWith('t') && !['3.8', '3.9'].includes(python),
);

/** Returns the range of each interpreter on the first platform that has one, the newest first: `3.14 ≥ 2.3.2, 3.13 —`. */
function summaryOf(row: Readonly<Record<string, string | string[]>>): string {
  return summarized
    .map((python) => {
      const ranges = String(row[columnOf(python)] ?? '—').split('; ');
      const range = ranges.find((text) => text !== '—') ?? '—';
      return `${python} ${range.replace(/, ≠.*/, '')}`;
    })
    .reverse()
    .join(', ');
}

/** Returns the name and, if it differs, the form that the names of wheels have: `scikit_learn`. */
const namesOf = (name: string): string[] => [...new Set([name, name.replaceAll('-', '_')])];

/** Returns the id of the column of an interpreter: `py313t` for `3.13t`. */
export const columnOf = (python: string): string => `py${python.replace('.', '')}`;

/** Returns the range on Linux, and after it those of the other main platforms that differ. */
function formatMain(ranges: readonly (WheelRange | undefined)[], newest: string): string {
  const texts = ranges.map((range) => formatRange(range, newest));
  const [first = ''] = texts;
  return [
    first,
    ...mainPlatforms.flatMap(({ label }, index) =>
      texts[index] === first ? [] : `${label} ${texts[index] ?? ''}`,
    ),
  ].join('; ');
}

/** Returns the files of each version that a platform installs; a version without one has none. */
function filesOn(platform: WheelPlatform, files: Files): Files {
  return new Map(
    [...files].map(([version, own]) => [
      version,
      own.filter(({ filename }) => installsOn(platform, filename)),
    ]),
  );
}
