import type { Dirent } from 'node:fs';
import type { Problem } from '../../domain/facts/problems.ts';
import { locales } from '../../domain/vocabulary.ts';
import { sourceFile } from '../validate/find-draft-markers.ts';
import { readBytes } from './files.ts';
import { MAX_PICTURE_BYTES, PICTURE_NAME, refusePicture } from '../validate/pictures.ts';

/** Maximum number of pictures per article; each one slows the build. */
const MAX_PICTURES = 10;

/** File names of the texts of an article. */
export const textNames = locales.map((locale) => `${locale}.mdx`);

/** Files other than pictures that the folder of an article may contain. */
const others = [...textNames, sourceFile];

/**
 * Returns the names of the pictures in an article's folder that may be published. Adds a problem for each invalid picture
 * and each unexpected file.
 *
 * @param folder path from the project root, with slashes
 */
export async function picturesOf(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  problems: Problem[],
): Promise<Set<string>> {
  const named = entries.filter((entry) => entry.isFile() && PICTURE_NAME.test(entry.name));
  for (const entry of entries) {
    if (named.includes(entry) || (entry.isFile() && others.includes(entry.name))) continue;
    problems.push({
      file: `${folder}/${entry.name}`,
      field: 'file name',
      found: JSON.stringify(entry.name),
      allowed: `${textNames.join(', ')} and pictures (.png, .jpg, .webp, .svg)`,
    });
  }
  if (named.length > MAX_PICTURES) {
    const found = `${named.length} pictures`;
    problems.push({ file: folder, field: 'files', found, allowed: `at most ${MAX_PICTURES}` });
    return new Set();
  }
  const pictures = new Set<string>();
  for (const { name } of named) {
    const file = `${folder}/${name}`;
    const bytes = await readBytes(root, file, MAX_PICTURE_BYTES, problems);
    const refused = bytes && (await refusePicture(name, bytes));
    if (refused) problems.push({ file, field: 'picture', ...refused });
    else if (bytes) pictures.add(name);
  }
  return pictures;
}
