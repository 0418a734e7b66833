import type { BlockReader } from './block.ts';
import { parseCondaAddress } from './conda-address.ts';
import { platformNamed } from '../../domain/environment/platform-names.ts';
import { readCondaPackages, type CondaPackage } from './conda-package.ts';

/** `numpy=2.1.3=py313h4bf6692_0` */
const EXPORTED = /^([\w.-]{1,100})=([^=\s]{1,100})=([^=\s]{1,100})$/;

const EXPLICIT_MARK = '@EXPLICIT';
const HEADER = /^# (?:This file may be used to create an environment using:|platform: )/;
const PLATFORM = /^# platform: (\S{1,30})$/;

/** Reads `conda list --export` and `conda list --explicit`: a header of comments, then one package a line. */
export const readCondaExport: BlockReader = (lines, start) => {
  const list: CondaPackage[] = [];
  let subdir = '';
  let end = start;
  let index = start;
  for (; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    if (isHeader(line, index === start)) {
      subdir = PLATFORM.exec(line)?.[1] ?? subdir;
      continue;
    }
    const found = parsePackage(line);
    if (!found) break;
    subdir ||= found.subdir ?? '';
    list.push({ ...found.conda, line: index });
    end = index + 1;
  }
  // A header without packages is consumed too: reading it again from each of its lines would take quadratic time.
  if (list.length === 0) return index > start ? { end: index } : undefined;
  const { packages, machine } = readCondaPackages(list);
  const platform = platformNamed(subdir);
  const isExplicit = lines.slice(start, end).some((line) => line.trim() === EXPLICIT_MARK);
  return {
    kind: isExplicit ? 'conda-explicit' : 'conda-export',
    end,
    packages,
    machine: { ...machine, ...(platform && { platform }) },
    completeFor: 'PyPI',
  };
};

function isHeader(line: string, isFirst: boolean): boolean {
  if (line.startsWith('#')) return !isFirst || HEADER.test(line);
  return line === '' || line === EXPLICIT_MARK;
}

function parsePackage(
  line: string,
): { conda: Omit<CondaPackage, 'line'>; subdir?: string } | undefined {
  const [, name, version, build] = EXPORTED.exec(line) ?? [];
  if (name !== undefined && version !== undefined) {
    return { conda: { name, version, build, isFromPyPI: build === 'pypi_0' } };
  }
  // https://conda.example.org/conda-forge/linux-64/numpy-2.1.3-py313h4bf6692_0.conda#<md5>
  const address = line.startsWith('https://') ? parseCondaAddress(line) : undefined;
  if (!address) return undefined;
  const { subdir, ...conda } = address;
  return { conda, ...(platformNamed(subdir) && { subdir }) };
}
