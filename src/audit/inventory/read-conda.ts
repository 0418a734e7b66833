import type { BlockReader } from './block.ts';
import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

/** `numpy=2.1.3=py313h4bf6692_0` */
const EXPORTED = /^([\w.-]{1,100})=([^=\s]{1,100})=([^=\s]{1,100})$/;

/** The parts of `numpy-2.1.3-py313h4bf6692_0.conda`. */
const FILE_NAME = /^([\w.-]{1,100})-([^-]{1,100})-([^-]{1,100})\.(?:conda|tar\.bz2)$/;

/** No address of a package is longer. */
const MAX_ADDRESS = 400;

const EXPLICIT_MARK = '@EXPLICIT';
const HEADER = /^# (?:This file may be used to create an environment using:|platform: )/;
const PLATFORM = /^# platform: (\S{1,30})$/;

/** `conda list --export` and `conda list --explicit`: one package a line behind a header of comments. */
export const readCondaExport: BlockReader = (lines, at) => {
  const list: CondaPackage[] = [];
  let subdir = '';
  let isExplicit = false;
  let end = at;
  let index = at;
  for (; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    const [, platform] = PLATFORM.exec(line) ?? [];
    if (platform !== undefined) subdir = platform;
    if (line === '' || (line.startsWith('#') && (index > at || HEADER.test(line)))) continue;
    if (line === EXPLICIT_MARK) {
      isExplicit = true;
      continue;
    }
    const found = packageOf(line);
    if (!found) break;
    subdir ||= found.subdir ?? '';
    list.push({ ...found.conda, line: index });
    end = index + 1;
  }
  // A header of nothing is taken away all the same: read again from its next line it would cost its length once more.
  if (list.length === 0) return index > at ? { end: index } : undefined;
  const { packages, machine } = readCondaPackages(list);
  const platform = platformNamed(subdir);
  return {
    kind: isExplicit ? 'conda-explicit' : 'conda-export',
    end,
    packages,
    machine: { ...machine, ...(platform && { platform }) },
    completeFor: 'PyPI',
  };
};

function packageOf(
  line: string,
): { conda: Omit<CondaPackage, 'line'>; subdir?: string } | undefined {
  const [, name, version, build] = EXPORTED.exec(line) ?? [];
  if (name !== undefined && version !== undefined) {
    return { conda: { name, version, build, isFromPyPI: build === 'pypi_0' } };
  }
  // https://conda.anaconda.org/conda-forge/linux-64/numpy-2.1.3-py313h4bf6692_0.conda#<md5>
  if (!line.startsWith('https://') || line.length > MAX_ADDRESS) return undefined;
  const [address = ''] = line.split('#', 1);
  const [subdir = '', file = ''] = address.split('/').slice(-2);
  const [, own, release, string] = FILE_NAME.exec(file) ?? [];
  if (own === undefined) return undefined;
  return {
    conda: { name: own, version: release, build: string },
    ...(platformNamed(subdir) && { subdir }),
  };
}
