import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../support/root.ts';

interface LockedPackage {
  version: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string | string[];
  cpu?: string | string[];
  bin?: Record<string, string>;
}

const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
const { '': project, ...locked } = packages;
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Returns the folder from which a package loads another: the nearest `node_modules` that has it. */
function folderOf(name: string, from: string): string | undefined {
  const parents = from
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'));
  return [
    ...parents.map((parent) => `${parent}/node_modules/${name}`),
    `node_modules/${name}`,
  ].find((folder) => folder in locked);
}

describe('the lock file', () => {
  test('has the checksum of every package', () => {
    const unchecked = Object.entries(locked).filter(
      ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(unchecked).toEqual([]);
  });

  test('names no registry, so that a mirror works as well', () => {
    expect(text).not.toContain('"resolved"');
    expect(Object.keys(locked).filter((folder) => !folder.includes('node_modules/'))).toEqual([]);
  });

  test('belongs to package.json', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
      expect(project).toHaveProperty(kind, manifest[kind]);
    }
  });

  test('lists the optional packages of every system', () => {
    const missing = Object.entries(locked).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => folderOf(name, folder) === undefined),
    );
    expect(missing).toEqual([]);
  });

  test('needs no package to run a script when it is installed', () => {
    const withScript = Object.keys(locked).filter((folder) => locked[folder]?.hasInstallScript);
    // esbuild's only replaces its command by a faster one.
    expect(withScript).toEqual(['node_modules/esbuild']);
    expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  test('has one version of Node for each system', () => {
    const runtimes = Object.entries(locked).filter(([, { bin }]) => bin && 'node' in bin);
    expect(runtimes.map(([, { os, cpu }]) => `${os} ${cpu}`).sort()).toEqual([
      'darwin arm64',
      'darwin x64',
      'linux arm64',
      'linux x64',
      'win32 x64',
    ]);
    expect(new Set(runtimes.map(([, { version }]) => version)).size).toBe(1);
  });
});
