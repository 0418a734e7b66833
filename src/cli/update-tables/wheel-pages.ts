import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { RequestError, parseJson } from '../../upstream/http.ts';
import { requestProjectPage } from '../../upstream/package-index.ts';
import { filesByVersion } from '../../upstream/simple-index.ts';
import type { CommandContext } from '../shared/command-context.ts';
import { packageIndexes } from '../shared/fetch-releases.ts';
import { progress } from '../shared/progress.ts';

/** Failures in a row after which no more pages are requested (chosen): the index cannot be reached. */
const MAX_FAILURES = 3;

/**
 * Requests the project pages that a folder lacks, one after the other, and writes each to `<name>.json` at once: an
 * interrupted run continues where it stopped.
 *
 * @param pages folder, which is created if necessary
 * @param names normalized
 * @returns a line for each page that was not written
 */
export async function fetchMissingPages(
  pages: string,
  names: readonly string[],
  context: CommandContext,
): Promise<string[]> {
  await mkdir(pages, { recursive: true });
  const present = new Set(await readdir(pages));
  const missing = names.filter((name) => !present.has(`${name}.json`));
  const indexes = packageIndexes(context);
  const lines: string[] = [];
  const bar = progress(context.stderr, 'Packages', missing.length);
  let failures = 0;
  for (const name of missing) {
    if (context.signal.aborted || failures >= MAX_FAILURES) break;
    try {
      const page = await requestProjectPage(name, indexes);
      if (page === undefined) lines.push(`wheels: ${name}: the index does not have it`);
      else if (!filesByVersion(name, parseJson(page)))
        lines.push(`wheels: ${name}: the answer is not a page of the Simple API in its JSON form`);
      else await writeFileAtomic(path.join(pages, `${name}.json`), page);
      failures = 0;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      failures += 1;
      lines.push(`wheels: ${name}: ${error.message}`);
    }
    bar.step();
  }
  bar.end();
  return lines;
}
