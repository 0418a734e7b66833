import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { fieldName, fieldProblems, type Problem } from '../../domain/facts/problems.ts';
import { releasesSchema, type PackageReleases } from '../../domain/releases/releases.ts';
import { upstreamRecordSchema, type UpstreamFile } from '../../domain/upstream/upstream-record.ts';
import { packagePath } from '../../domain/versions/package-name.ts';
import { ecosystems } from '../../domain/vocabulary.ts';

/** Written by the command that updates the state of upstream; path from the project's root. */
export const recordFile = 'content/upstream.json';

/** Written by the command that updates releases; path from the project's root. */
export const releasesFolder = 'content/releases';

/** Returns the path of the file with a package's releases. */
export const releasesFile = ({ ecosystem, name }: Parameters<typeof packagePath>[0]) =>
  `${releasesFolder}/${packagePath({ ecosystem, name })}.json`;

/** Reads the state of upstream. Returns `undefined` if the file does not exist or has a problem. */
export async function readRecord(
  root: string,
  problems: Problem[],
): Promise<UpstreamFile | undefined> {
  return readJson(root, recordFile, upstreamRecordSchema, problems);
}

/** Reads the releases of all packages that have a file, by `<ecosystem>/<name>`. */
export async function readReleases(
  root: string,
  problems: Problem[],
): Promise<Map<string, PackageReleases>> {
  const found = new Map<string, PackageReleases>();
  for (const folder of await namesIn(path.join(root, releasesFolder))) {
    if (!(ecosystems as readonly string[]).includes(folder)) {
      problems.push({
        file: `${releasesFolder}/${folder}`,
        field: 'folder name',
        found: JSON.stringify(folder),
        expected: ecosystems.join(', '),
      });
      continue;
    }
    for (const name of await namesIn(path.join(root, releasesFolder, folder))) {
      const file = `${releasesFolder}/${folder}/${name}`;
      const releases = await readJson(root, file, releasesSchema, problems);
      if (!releases) continue;
      const named = { ecosystem: releases.ecosystem, name: releases.package };
      if (releasesFile(named) === file) found.set(packagePath(named), releases);
      else {
        problems.push({
          file,
          field: 'file name',
          found: JSON.stringify(`${folder}/${name}`),
          expected: `${packagePath(named)}.json, to match its content`,
        });
      }
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await unlessMissing(readdir(folder)))?.sort() ?? [];
}

async function readJson<T extends z.ZodType>(
  root: string,
  file: string,
  schema: T,
  problems: Problem[],
): Promise<z.infer<T> | undefined> {
  const source = await unlessMissing(readFile(path.join(root, file), 'utf8'));
  if (source === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    const found = `text that is not JSON (${(error as Error).message})`;
    problems.push({ file, field: 'file', found, expected: 'JSON' });
    return undefined;
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const { path: keys, found, expected } of fieldProblems(result.error, data)) {
    problems.push({ file, field: keys.length === 0 ? 'file' : fieldName(keys), found, expected });
  }
  return undefined;
}

/** Awaits a file operation; returns `undefined` if the file or folder does not exist. */
async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
