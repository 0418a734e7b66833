import { readPython } from '../../domain/versions/python-release.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import type { BlockMachine, BlockPackage } from './block.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

/** A package that a lock file lists for one environment and one platform. */
export interface LockedPackage extends CondaPackage {
  /** Absent for one of every platform. */
  platform?: Platform;
  /** Environment and platform, which have one Python. */
  environment: string;
}

const SYS_PLATFORMS: Readonly<Record<Platform, string>> = {
  linux: 'linux',
  macos: 'darwin',
  windows: 'win32',
};

/** One platform and one series of Python; an absent one makes no difference. */
interface Target {
  platform?: Platform | undefined;
  series?: string | undefined;
}

/**
 * Converts the packages of a lock file for several environments and platforms. One that they do not all have gets a marker
 * with those that have it.
 */
export function readLockedPackages(list: readonly LockedPackage[]): {
  packages: BlockPackage[];
  machine: BlockMachine;
} {
  const pythons = pythonsOf(list);
  const seriesOf = ({ environment }: LockedPackage) =>
    readPython(pythons.get(environment) ?? '')?.series;
  const targets = list.map((one): Target => ({ platform: one.platform, series: seriesOf(one) }));
  const platforms = valuesOf(targets, 'platform');
  const series = valuesOf(targets, 'series');
  const groups = new Map<string, number[]>();
  list.forEach(({ name, version = '' }, index) => {
    const key = `${name} ${version}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const markers: (string | undefined)[] = [];
  for (const group of groups.values()) {
    const own = group.map((index) => targets[index] ?? {});
    // Every platform that has it has it for the same Pythons: only one of the two facts decides.
    const isUniform =
      new Set(own.map((target) => JSON.stringify(target))).size ===
      Math.max(valuesOf(own, 'platform').size, 1) * Math.max(valuesOf(own, 'series').size, 1);
    const hasAll = (fact: keyof Target, all: ReadonlySet<unknown>) =>
      own.some((target) => target[fact] === undefined) ||
      (isUniform && valuesOf(own, fact).size === all.size);
    const needsPlatform = !hasAll('platform', platforms);
    const needsSeries = !hasAll('series', series);
    for (const index of group) {
      const target = targets[index] ?? {};
      markers[index] = markerOf({
        ...(needsPlatform && { platform: target.platform }),
        ...(needsSeries && { series: target.series }),
      });
    }
  }
  const releases = new Set(pythons.values());
  const [python, ...others] = releases.size === 1 ? releases : series;
  return {
    packages: readCondaPackages(list).packages.map((one, index) => {
      const marker = markers[index];
      return { ...one, ...(marker !== undefined && { marker }) };
    }),
    machine: {
      isHint: true,
      ...(python !== undefined && others.length === 0 && { python }),
      ...(platforms.size === 1 && { platform: [...platforms][0] }),
    },
  };
}

function valuesOf<K extends keyof Target>(
  targets: readonly Target[],
  fact: K,
): Set<NonNullable<Target[K]>> {
  return new Set(targets.map((target) => target[fact]).filter((value) => value !== undefined));
}

function markerOf({ platform, series }: Target): string | undefined {
  const clauses = [
    ...(platform ? [`sys_platform == '${SYS_PLATFORMS[platform]}'`] : []),
    ...(series === undefined ? [] : [`python_version == '${series}'`]),
  ];
  return clauses.length === 0 ? undefined : clauses.join(' and ');
}

/** Returns the versions of Python by environment. */
function pythonsOf(list: readonly LockedPackage[]): Map<string, string> {
  const pythons = list.flatMap(({ name, version, isFromPyPI, environment }) =>
    name === 'python' && !isFromPyPI && version !== undefined
      ? [[environment, version] as const]
      : [],
  );
  return new Map(pythons);
}
