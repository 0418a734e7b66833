import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files written at a time. Measured with 40,000 files: half the time of one after another; 64 are not faster. */
const MAX_OPEN_FILES = 16;

/** A file of the site. */
export interface SiteFile {
  /** Path from the root of the site, with slashes. */
  file: string;
  text: string;
}

/** Writes files below a folder and creates the folders they need. */
export async function writeFiles(folder: string, files: Iterable<SiteFile>): Promise<void> {
  const remaining = files[Symbol.iterator]();
  const writeRest = async () => {
    for (let next = remaining.next(); !next.done; next = remaining.next()) {
      const { file, text } = next.value;
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  };
  await Promise.all(Array.from({ length: MAX_OPEN_FILES }, writeRest));
}
