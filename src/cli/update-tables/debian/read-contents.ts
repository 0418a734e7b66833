import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { addContentsLine, type Contents } from './contents.ts';

/** Reads the Contents indexes (`Contents-*.gz`) in a folder. */
export async function readContents(folder: string): Promise<Contents> {
  const contents = new Map<string, string[]>();
  for (const file of (await readdir(folder))
    .filter((name) => name.startsWith('Contents-'))
    .sort()) {
    const input = createReadStream(path.join(folder, file)).pipe(createGunzip());
    for await (const line of createInterface({ input })) addContentsLine(contents, line);
  }
  return contents;
}
