import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { NameMapping, PackageGroup } from './package-group.ts';
import { readAlireCrate } from './read-alire.ts';
import { readCpanSysdeps } from './read-cpan-sysdeps.ts';
import { ECOSYSTEMS, readExternalMetadata } from './read-external-metadata.ts';
import { readOpamFile } from './read-opam.ts';
import { readPhpExtensions } from './read-php-extensions.ts';
import { readRHubEntry } from './read-r-hub.ts';
import { readRosdep } from './read-rosdep.ts';
import { readRRequirement } from './read-r-requirements.ts';
import { readSagePackage } from './read-sage.ts';
import { readXmakeRecipe } from './read-xmake.ts';

/** Reads all mappings from checkouts of their repositories, `<folder>/<owner>/<name>`. */
export async function readMappings(folder: string): Promise<NameMapping[]> {
  const mappings: NameMapping[] = [];
  for (const [repository, read] of Object.entries(READERS))
    mappings.push({ repository, groups: await read(path.join(folder, repository)) });
  return mappings;
}

const READERS: Readonly<Record<string, (folder: string) => Promise<NameMapping['groups']>>> = {
  'alire-project/alire-index': (folder) => readEach(path.join(folder, 'index'), readAlireCrate),

  'eserte/cpan-plugin-sysdeps': async (folder) =>
    readCpanSysdeps(await text(folder, 'lib/CPAN/Plugin/Sysdeps/Mapping.pm')),

  'jaimergp/external-metadata-mappings': async (folder) => {
    const files = Object.keys(ECOSYSTEMS).map(
      async (name) => [name, await text(folder, `data/${name}.mapping.json`)] as const,
    );
    return readExternalMetadata(new Map(await Promise.all(files)));
  },

  'mlocati/docker-php-extension-installer': async (folder) =>
    readPhpExtensions(await text(folder, 'install-php-extensions')),

  'ocaml/opam-repository': async (folder) => {
    const files = (await filesBelow(path.join(folder, 'packages'))).filter(
      (file) => file.startsWith('conf-') && path.basename(file) === 'opam',
    );
    return Promise.all(
      files.map(async (file) => readOpamFile(await text(folder, `packages/${file}`))),
    );
  },

  'passagemath/passagemath': async (folder) => {
    const packages = new Map<string, Map<string, string>>();
    for (const file of await filesBelow(path.join(folder, 'build/pkgs'))) {
      const [name = '', distros, system = ''] = file.split('/');
      if (distros !== 'distros') continue;
      const files = packages.get(name) ?? new Map<string, string>();
      packages.set(name, files);
      files.set(path.basename(system, '.txt'), await text(folder, `build/pkgs/${file}`));
    }
    return [...packages.values()].map(readSagePackage);
  },

  'r-hub/sysreqsdb': (folder) => readEach(path.join(folder, 'sysreqs'), readRHubEntry),

  'ros/rosdistro': async (folder) => {
    const files = ['rosdep/base.yaml', 'rosdep/osx-homebrew.yaml'];
    return readRosdep(await Promise.all(files.map((file) => text(folder, file))));
  },

  'rstudio/r-system-requirements': (folder) =>
    readEach(path.join(folder, 'rules'), readRRequirement),

  'xmake-io/xmake-repo': (folder) => readEach(path.join(folder, 'packages'), readXmakeRecipe),
};

/** Reads each file below the folder as one group. */
async function readEach(
  folder: string,
  read: (text: string) => PackageGroup,
): Promise<PackageGroup[]> {
  const files = await filesBelow(folder);
  return Promise.all(files.map(async (file) => read(await text(folder, file))));
}

const text = (folder: string, file: string) => readFile(path.join(folder, file), 'utf8');

/** Paths below the folder with `/`, in an order that does not depend on the file system. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort();
}
