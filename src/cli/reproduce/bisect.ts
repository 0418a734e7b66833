import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { casesOf } from '../../domain/reproduction/cases.ts';
import { releasesOf, type Release } from '../../domain/releases/releases.ts';
import { parsePackagePath, type Package } from '../../domain/versions/package-name.ts';
import { compareVersions, isPrerelease } from '../../domain/versions/versions.ts';
import type { Library, LibraryArticle } from '../../content/read/library-model.ts';
import {
  bisectReleases,
  brokenRanges,
  type BrokenRange,
  type Verdict,
} from '../../reproduce/bisect-releases.ts';
import { setAffected } from '../../reproduce/facts-edit.ts';
import { judgeRelease } from '../../reproduce/judge-release.ts';
import { pinnedVersion } from '../../reproduce/requirement-pins.ts';
import type { ReproductionContext } from '../../reproduce/run-reproduction.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { UsageError } from '../shared/usage-error.ts';
import type { CommandContext } from '../shared/command-context.ts';
import type { Reproducible } from './find-reproductions.ts';

/** Releases of a package, and how each one tried behaves. */
export interface Bisection {
  id: string;
  package: Package;
  releases: readonly Release[];
  /** By index in `releases`. */
  verdicts: ReadonlyMap<number, Verdict>;
  /** Why the behavior of a release is unknown. */
  reasons: ReadonlyMap<number, string>;
  ranges: readonly BrokenRange[];
}

/**
 * Runs the broken side of an article over the releases of a package.
 *
 * @param name such as `cython` or `crates.io/pyo3`
 * @throws {UsageError} if the package has no known releases, or the article does not use it here
 */
export async function bisect(
  { article, folder, outputs }: Reproducible,
  name: string,
  caseName: string | undefined,
  library: Library,
  context: ReproductionContext,
): Promise<Bisection> {
  const named: Package = parsePackagePath(name) ?? { ecosystem: 'PyPI', name };
  const releases = releasesOf(library.releases, named.ecosystem, named.name);
  if (releases.length === 0) {
    const key = `${named.ecosystem}/${named.name}`;
    throw new UsageError(
      `--bisect: ${name} has no file in content/releases; fetch it: npm run update:releases -- --only ${key}`,
    );
  }
  const cases = casesOf(folder.reproduction);
  const plan = cases.find((one) => caseName === undefined || one.name === caseName);
  if (!plan) throw new UsageError(`--bisect: ${article.facts.id} has nothing to run.`);
  const request = { plan, files: folder.files, outputs };
  // Compile older releases only if the one that is known to be broken has to be compiled as well.
  const pinned = plan.broken && pinnedVersion(plan.broken, named.name);
  const knownBroken = releases.findIndex(({ version }) => version === pinned);
  const wheelOnly = (releases[knownBroken]?.wheels?.length ?? 0) > 0;
  const reasons = new Map<number, string>();
  const test = async (index: number): Promise<Verdict> => {
    const version = releases[index]?.version ?? '';
    if (context.signal.aborted) return 'unknown';
    context.onStep(`${named.name} ${version}`);
    const judged = await judgeRelease(named, version, wheelOnly, request, context).catch(
      (error: unknown) => {
        if (!context.signal.aborted) throw error;
        return { verdict: 'unknown' as const, reason: 'interrupted' };
      },
    );
    if (!judged) {
      throw new UsageError(
        `--bisect: ${plan.name} of ${article.facts.id} cannot run here with another ${name}.`,
      );
    }
    if (judged.reason !== undefined) reasons.set(index, judged.reason);
    return judged.verdict;
  };
  // The last release of its minor line may be fixed.
  const seeds = [knownBroken, ...seedsOf(releases, named)];
  const verdicts = await bisectReleases(releases.length, seeds, test);
  const ranges = brokenRanges(verdicts).map((range, index, all) => ({
    ...range,
    fixed: firstStable(releases, named, range.fixed, all[index + 1]?.introduced),
  }));
  return { id: article.facts.id, package: named, releases, verdicts, reasons, ranges };
}

/** Returns the indexes of the last release of each minor line, the newest first. */
function seedsOf(releases: readonly Release[], { ecosystem }: Package): number[] {
  const seeds = new Map<string, number>();
  releases.forEach(({ version, yanked }, index) => {
    if (yanked || isPrerelease(ecosystem, version)) return;
    const minor = /^[^.]{1,20}(?:\.\d{1,20})?/.exec(version)?.[0] ?? version;
    seeds.set(minor, index);
  });
  return [...seeds.values()].sort((a, b) => b - a);
}

/** Returns the first release that readers should install of those from `fixed` to before `end`; `fixed` if there is none. */
function firstStable(
  releases: readonly Release[],
  { ecosystem }: Package,
  fixed: number | undefined,
  end = releases.length,
): number | undefined {
  if (fixed === undefined) return undefined;
  const isStable = ({ version, yanked }: Release) => !yanked && !isPrerelease(ecosystem, version);
  const stable = releases.slice(fixed, end).findIndex(isStable);
  return stable < 0 ? fixed : fixed + stable;
}

/** Returns the releases tried with their verdicts, and the ranges. */
export function bisectionReport({
  id,
  package: { name },
  releases,
  verdicts,
  reasons,
  ranges,
}: Bisection): string[] {
  const version = (index: number | undefined) => versionAt(releases, index);
  const rows = [...verdicts].map(([index, verdict]) => [
    version(index) ?? '',
    verdict,
    [...(releases[index]?.yanked ? ['yanked'] : []), reasons.get(index) ?? ''].join(' ').trim(),
  ]);
  const lines = ranges.map(({ introduced, isOlder, fixed, unknownAfter }) => {
    const until =
      fixed === undefined ? untilUnfixed(version(unknownAfter)) : `to before ${version(fixed)}`;
    const older = isOlder ? '; the releases before do not run here' : '';
    return `${id}: ${name} is broken from ${version(introduced)} ${until}${older}`;
  });
  return [
    ...alignColumns(rows),
    '',
    ...(lines.length > 0 ? lines : [`${id}: no release of ${name} is broken`]),
  ];
}

const versionAt = (releases: readonly Release[], index: number | undefined) =>
  index === undefined ? undefined : releases[index]?.version;

/** @param lastBroken see `unknownAfter` */
const untilUnfixed = (lastBroken: string | undefined) =>
  lastBroken === undefined ? 'and later' : `through ${lastBroken}; later releases are unknown`;

/**
 * Writes the ranges into `affected`. The ranges of other packages stay, and so do an `introduced` that is earlier, and a
 * `fixed` that is later than every release whose behavior is known; a range with them does not count as measured.
 *
 * @returns a line about what was written, or why nothing was
 */
export async function writeAffected(
  { facts, text }: LibraryArticle,
  { package: { ecosystem, name }, releases, ranges }: Bisection,
  { root, today }: CommandContext,
): Promise<string> {
  const isConditional = facts.affected.some((range) => range.with ?? range.python);
  if (isConditional || facts.compatibility.length > 0 || ranges.length === 0) {
    return `${facts.id}: not written; check the ranges with conditions by hand`;
  }
  const isSame = (range: { ecosystem: string; package: string }) =>
    range.ecosystem === ecosystem && range.package.toLowerCase() === name.toLowerCase();
  const previous = facts.affected.filter(isSame);
  const before = previous[0]?.introduced;
  const after = previous.at(-1)?.fixed;
  const measured = ranges.map((range) => {
    const found = versionAt(releases, range.introduced) ?? '';
    const lastBroken = versionAt(releases, range.unknownAfter);
    const isEarlier = before === undefined || compareVersions(ecosystem, before, found) < 0;
    const isStartKnown = !range.isOlder || !isEarlier;
    const isLater =
      lastBroken !== undefined &&
      after !== undefined &&
      compareVersions(ecosystem, after, lastBroken) > 0;
    const introduced = isStartKnown ? found : before;
    const fixed = isLater ? after : versionAt(releases, range.fixed);
    return {
      ecosystem,
      package: name,
      ...(introduced !== undefined && { introduced }),
      ...(fixed !== undefined && { fixed }),
      ...(isStartKnown && lastBroken === undefined && { measured: today }),
    };
  });
  const others = facts.affected.filter((range) => !isSame(range));
  const file = path.join(root, text.file);
  await writeFileAtomic(file, setAffected(await readFile(file, 'utf8'), [...measured, ...others]));
  const unmeasured = measured.some((range) => !('measured' in range))
    ? '; the start or the end of a range was not measured'
    : '';
  return `${facts.id}: wrote affected into ${text.file}${unmeasured}`;
}
