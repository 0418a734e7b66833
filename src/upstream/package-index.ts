import ky, { HTTPError } from 'ky';
import { packageName, type Package } from '../domain/versions/package-name.ts';
import type { Release } from '../domain/releases/releases.ts';
import { RequestError, boundedText, parseJson, reasonOf } from './http.ts';
import { cratePath, parseCrateFile } from './crate-index.ts';
import { parseProjectPage } from './simple-index.ts';

/** Addresses of the package indexes, and settings of the requests. */
export interface PackageIndexes {
  /** Simple API of PyPI or a mirror, without a trailing slash: `https://pypi.org/simple`. */
  pypi: string;
  /** Sparse index of crates.io or a mirror, without a trailing slash: `https://index.crates.io`. */
  crates: string;
  userAgent: string;
  /** Back-off unit in ms. */
  second: number;
  signal: AbortSignal;
}

/** The largest known pages list some thousand files of 700 bytes each. */
const MAX_BYTES = 50_000_000;
const TIMEOUT_MS = 60_000;
const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json';

/**
 * Requests all releases of a package from the index of its ecosystem. Temporary failures are retried twice.
 *
 * @returns the releases in version order; `undefined` when the package does not exist
 * @throws {RequestError} when the index cannot be reached or its answer is invalid
 */
export async function requestReleases(
  { ecosystem, name }: Package,
  indexes: PackageIndexes,
): Promise<Release[] | undefined> {
  const normal = packageName(ecosystem, name);
  if (normal === undefined) return undefined;
  if (ecosystem === 'crates.io') {
    const text = await get(indexes.crates, cratePath(normal), 'text/plain', indexes);
    return text === undefined
      ? undefined
      : orInvalid(parseCrateFile(text), 'a file of a Cargo registry index');
  }
  const page = await requestProjectPage(normal, indexes);
  return page === undefined
    ? undefined
    : orInvalid(
        parseProjectPage(normal, parseJson(page)),
        'a page of the Simple API in its JSON form (PEP 691)',
      );
}

/**
 * Requests the project page of a package from PyPI. Temporary failures are retried twice.
 *
 * @param name normalized
 * @returns its text, not yet validated; `undefined` when the package does not exist
 * @throws {RequestError} when the index cannot be reached
 */
export async function requestProjectPage(
  name: string,
  indexes: PackageIndexes,
): Promise<string | undefined> {
  return get(indexes.pypi, `${name}/`, SIMPLE_JSON, indexes);
}

function orInvalid(releases: Release[] | undefined, expected: string): Release[] {
  if (!releases) throw new RequestError(`the answer is not ${expected}`);
  return releases;
}

async function get(
  base: string,
  path: string,
  accept: string,
  { userAgent, second, signal }: PackageIndexes,
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
      signal,
    });
    return await boundedText(response, MAX_BYTES);
  } catch (error) {
    if (error instanceof HTTPError) {
      const { status } = error.response;
      // A sparse index answers 410 or 451 for a package that was removed.
      if ([404, 410, 451].includes(status)) return undefined;
      throw new RequestError(`the index answers ${status}`);
    }
    throw new RequestError(reasonOf(error));
  }
}
