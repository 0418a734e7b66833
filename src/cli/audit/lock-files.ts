import { readdir } from 'node:fs/promises';

/** Files that list what a project has installed, by name. */
const LOCK_FILE =
  /^(?:(?:uv|poetry|pdm|Pipfile|pixi)\.lock|pylock(?:\.[^.]+)?\.toml|conda-lock\.ya?ml)$/;

/** Read only beside no lock file: it often repeats one, without exact versions. */
const REQUIREMENTS = /^requirements[\w.-]{0,60}\.txt$/;

const CARGO = 'Cargo.lock';

/** Returns the names of a project's files that list what is installed, sorted; an empty list if there are none. */
export async function lockFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  const locked = names.filter((name) => LOCK_FILE.test(name));
  const python = locked.length > 0 ? locked : names.filter((name) => REQUIREMENTS.test(name));
  return [...python, ...names.filter((name) => name === CARGO)];
}
