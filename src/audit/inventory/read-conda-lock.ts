import { platformNamed } from '../../domain/environment/platform-names.ts';
import type { BlockReader } from './block.ts';
import { parseCondaAddress } from './conda-address.ts';
import { readLockedPackages, type LockedPackage } from './locked-packages.ts';
import { distributionOf } from './requirement.ts';
import { unquoted, yamlRecords, yamlSections, type YamlSection } from './yaml-records.ts';

const START = /^(?:version: \d{1,2}|metadata:|packages?:|environments:)$/;
const KEYS: ReadonlySet<string> = new Set([
  ...['version', 'metadata', 'platforms', 'environments', 'package', 'packages'],
]);

/** conda-lock's format has this version. pixi's was derived from it. */
const CONDA_LOCK = 'version: 1';

/**
 * Reads `pixi.lock` and `conda-lock.yml`.
 *
 * @see https://docs.rs/rattler_lock for the versions of pixi's format
 */
export const readCondaLock: BlockReader = (lines, start, { name }) => {
  const first = lines[start] ?? '';
  if (!START.test(first)) return undefined;
  const sections = yamlSections(lines, start, KEYS);
  const end = Math.max(start + 1, sections.at(-1)?.end ?? 0);
  const ofKey = (...keys: string[]) => sections.filter(({ key }) => keys.includes(key));
  const records = ofKey('package', 'packages').flatMap((section) => packagesIn(lines, section));
  const environments = ofKey('environments').flatMap((section) =>
    packagesOfEnvironments(lines, section, records),
  );
  const list = environments.length > 0 ? environments : records;
  if (list.length === 0) return { end, notUnderstood: [start] };
  const isPixi =
    name === 'pixi.lock' ||
    ofKey('environments', 'packages').length > 0 ||
    (first.startsWith('version:') && first !== CONDA_LOCK);
  const kind = isPixi ? 'pixi-lock' : 'conda-lock';
  return { kind, end, ...readLockedPackages(list), completeFor: 'PyPI' };
};

/** A package with its address, by which environments refer to it. */
interface AddressedPackage extends LockedPackage {
  address: string;
}

/** Returns the packages of a list of maps. Older formats state name and version, newer ones leave them to the address. */
function packagesIn(lines: readonly string[], section: YamlSection): AddressedPackage[] {
  return yamlRecords(lines, section).flatMap(({ values, line }) => {
    const value = (key: string) => values.get(key)?.text;
    const kind = value('manager') ?? value('kind') ?? (value('pypi') ? 'pypi' : 'conda');
    const address = value(kind) ?? value('url') ?? value('path') ?? '';
    const found = packageAt(kind, address);
    const name = value('name') ?? found.name;
    if (name === undefined) return [];
    const version = value('version') ?? found.version;
    const subdir = value('platform') ?? found.subdir;
    return [
      {
        ...found,
        ...onPlatform('', subdir),
        name,
        ...(version !== undefined && { version }),
        address,
        line: values.get('name')?.line ?? line,
      },
    ];
  });
}

/** `  default:`, with its platforms further to the right: `      linux-64:` */
const ENVIRONMENT = /^ {2}([\w.-]{1,100}):$/;
const PLATFORM = /^ {4,12}([a-z]{3,12}-[\w-]{1,40}):$/;
const REFERENCE = /^ {4,20}- (conda|pypi): (.{1,2000})$/;

/** Returns the packages of every environment and platform, which refer to the list of packages. */
function packagesOfEnvironments(
  lines: readonly string[],
  { start, end }: YamlSection,
  records: readonly AddressedPackage[],
): LockedPackage[] {
  const byAddress = new Map(records.map((record) => [record.address, record]));
  const list: LockedPackage[] = [];
  let environment = '';
  let subdir = '';
  for (let line = start; line < end; line++) {
    const text = lines[line] ?? '';
    environment = ENVIRONMENT.exec(text)?.[1] ?? environment;
    subdir = PLATFORM.exec(text)?.[1] ?? subdir;
    const [, kind = '', reference = ''] = REFERENCE.exec(text) ?? [];
    if (kind === '') continue;
    const address = unquoted(reference);
    const found = { ...packageAt(kind, address), ...byAddress.get(address) };
    const { name, version, build, isFromPyPI } = found;
    if (name === undefined) continue;
    list.push({
      name,
      ...(version !== undefined && { version }),
      ...(build !== undefined && { build }),
      ...(isFromPyPI && { isFromPyPI }),
      ...onPlatform(environment, subdir),
      line,
    });
  }
  return list;
}

/** Facts about a package in its address. */
interface AddressFacts {
  name?: string;
  version?: string;
  build?: string;
  isFromPyPI?: boolean;
  subdir?: string;
}

function packageAt(kind: string, address: string): AddressFacts {
  return kind === 'conda'
    ? (parseCondaAddress(address) ?? {})
    : { ...distributionOf(address), isFromPyPI: true };
}

function onPlatform(
  environment: string,
  subdir = '',
): Pick<LockedPackage, 'platform' | 'environment'> {
  const platform = platformNamed(subdir);
  return { ...(platform && { platform }), environment: `${environment} ${subdir}` };
}
