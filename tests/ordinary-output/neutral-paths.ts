import os from 'node:os';
import path from 'node:path';

/** Folders of the machine, and what is written instead. */
export type Replacements = readonly (readonly [RegExp | string, string])[];

const PACKAGE_INDEX =
  /\b(?:[\w-]{1,40}\.){0,4}(?:pypi|pythonhosted|crates|npmjs|debian)\.(?:org|io|com)\b/g;

/** The mirror of a package index, known by what follows the host. */
const MIRROR = /(?<=\/\/)[\w.:@-]{1,80}(?=\/(?:simple|packages|pypi|crates|debian|npm)\b)/g;

/** Folders of the search path that only this machine has. */
const toolFolders = () =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !/^$|^\/(?:usr|s?bin)\b/.test(folder));

/** Returns the replacements of a run; folders within others come first. */
export function replacementsFor(folder: string, base: string, project: string): Replacements {
  const home = os.homedir();
  return [
    [folder, '/project'],
    [`${base}/environments`, '/venv'],
    [base, '/build'],
    [project, '/checkout'],
    ...toolFolders().map((tools) => [tools, '/opt/bin'] as const),
    [`${home}/.pyenv/versions`, '/opt/python'],
    [/[\w/.-]*\/\.cargo\/registry\/src\/[\w.-]+/g, '/cargo/registry'],
    [/[\w/.-]*\/\.rustup\/toolchains\/[\w.-]+/g, '/opt/rust'],
    [home, '/user'],
    [/\/(?:root|home\/\w+)\b/g, '/user'],
    [PACKAGE_INDEX, 'index.example'],
    [MIRROR, 'index.example'],
  ];
}

/** Replaces what would show the machine on which a line was printed. */
export function neutralize(line: string, replacements: Replacements): string {
  return replacements.reduce((text, [from, to]) => text.replaceAll(from, to), line);
}
