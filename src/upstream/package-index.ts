import ky, { HTTPError } from 'ky';
import { packageName, type Package } from '../domain/versions/package-name.ts';
import type { Release } from '../domain/releases/releases.ts';
import { RequestError, boundedText, jsonOf, reasonOf } from './http.ts';
import { cratePath, releasesInFile } from './crate-index.ts';
import { releasesOnPage } from './simple-index.ts';

/** Where the package indexes are, and how they are asked. */
export interface PackageIndexes {
  /** The Simple API of PyPI or of a mirror, without the slash at its end: `https://pypi.org/simple`. */
  pypi: string;
  /** The sparse index of crates.io or of a mirror, likewise: `https://index.crates.io`. */
  crates: string;
  userAgent: string;
  /** Milliseconds that a second of waiting before another try takes; 1000 unless a test is in a hurry. */
  second?: number;
  signal?: AbortSignal;
}

/** The largest page here has some thousand files of 700 bytes. */
const MAX_BYTES = 50_000_000;
const TIMEOUT_MS = 60_000;
const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json';

/**
 * Asks the index of its ecosystem for all releases of a package, in version order. What fails for a moment is tried
 * three times.
 *
 * @returns `undefined` when the index does not have the package
 * @throws AskError in one line: no answer, or one that is none
 */
export async function askReleases(
  { ecosystem, name }: Package,
  indexes: PackageIndexes,
): Promise<Release[] | undefined> {
  const normal = packageName(ecosystem, name);
  if (normal === undefined) return undefined;
  if (ecosystem === 'crates.io') {
    const text = await get(indexes.crates, cratePath(normal), 'text/plain', indexes);
    return text === undefined
      ? undefined
      : understood(releasesInFile(text), 'a file of a Cargo registry index');
  }
  const page = await get(indexes.pypi, `${normal}/`, SIMPLE_JSON, indexes);
  return page === undefined
    ? undefined
    : understood(
        releasesOnPage(normal, jsonOf(page)),
        'a page of the Simple API in its JSON form (PEP 691)',
      );
}

function understood(releases: Release[] | undefined, what: string): Release[] {
  if (!releases) throw new RequestError(`the answer is not ${what}`);
  return releases;
}

async function get(
  base: string,
  path: string,
  accept: string,
  { userAgent, second = 1000, signal }: PackageIndexes,
): Promise<string | undefined> {
  const url = `${base}/${path}`;
  try {
    const response = await ky.get(url, {
      headers: { accept, 'user-agent': userAgent },
      timeout: TIMEOUT_MS,
      retry: {
        limit: 2,
        retryOnTimeout: true,
        maxRetryAfter: 60 * second,
        delay: (attempt) => attempt * second,
      },
      ...(signal ? { signal } : {}),
    });
    return await boundedText(response, MAX_BYTES);
  } catch (error) {
    if (error instanceof HTTPError) {
      const { status } = error.response;
      // A sparse index answers 410 or 451 for what was there once.
      if ([404, 410, 451].includes(status)) return undefined;
      throw new RequestError(`the index answers ${status}`);
    }
    throw new RequestError(reasonOf(error));
  }
}
