import os from 'node:os';

/** Folders of the machine, and what is written instead. */
export type Replacements = readonly (readonly [RegExp | string, string])[];

/** Returns the replacements of a run, longest folder first. */
export function replacementsFor(folder: string, base: string, project: string): Replacements {
  const home = os.homedir();
  return [
    [folder, '/project'],
    [`${base}/environments`, '/venv'],
    [base, '/build'],
    [project, '/checkout'],
    [`${home}/.pyenv/versions`, '/opt/python'],
    [/[\w/.-]*\/\.cargo\/registry\/src\/[\w.-]+/g, '/cargo/registry'],
    [/[\w/.-]*\/\.rustup\/toolchains\/[\w.-]+/g, '/opt/rust'],
    [home, '/user'],
    [/\/(?:root|home\/\w+)\b/g, '/user'],
    [os.hostname(), 'host'],
    [
      /\b[\w+.]+:\/\/(?:[\w.-]+@)?[\w.:-]+(?=\/(?:simple|packages|pypi|crates|api\/v1)\b)/g,
      'https://index.example',
    ],
  ];
}

/** Replaces what would show the machine on which a line was printed. */
export function neutralize(line: string, replacements: Replacements): string {
  return replacements.reduce((text, [from, to]) => text.replaceAll(from, to), line);
}
