import {
  localizedPath,
  messageLookupPath,
  permalinkPath,
  upstreamPartPath,
  upstreamPath,
} from '../../domain/addresses/addresses.ts';
import { numberEnding, trackerKey } from '../../domain/upstream/tracker-address.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { isMessagePath } from './unknown-message.ts';

/**
 * Finds the page that an address without a file leads to: another spelling of an upstream address, or an address that has
 * no file in a large library.
 *
 * @param base path of the site without a trailing slash
 * @param path address below the base path, language-neutral
 * @param locale language of the article to lead to
 * @returns `undefined` if no article has the address
 * @throws if the list of addresses cannot be loaded
 */
export async function findForward(
  base: string,
  path: string,
  locale: Locale,
): Promise<string | undefined> {
  const found = isMessagePath(path)
    ? await findMessage(base, path.endsWith('/') ? path : `${path}/`)
    : await findUpstream(base, path);
  if (!found) return undefined;
  const [id = '', ...others] = found.ids;
  const page = others.length > 0 ? found.page : localizedPath(permalinkPath(id), locale);
  return page === path ? undefined : page;
}

/** The ids of the articles at an address, and the page that lists them if there are several. */
interface FoundForward {
  ids: string[];
  page: string;
}

async function findMessage(base: string, path: string): Promise<FoundForward | undefined> {
  const ids = (await loadIds(base + messageLookupPath(path)))?.[path];
  return ids && { ids, page: path };
}

async function findUpstream(base: string, path: string): Promise<FoundForward | undefined> {
  const wanted = trackerKey(path);
  if (wanted === undefined) return undefined;
  const cited = await loadIds(base + upstreamPartPath(numberEnding(wanted)));
  for (const [address, ids] of Object.entries(cited ?? {})) {
    const page = upstreamPath(address);
    if (page !== undefined && trackerKey(page) === wanted) return { ids, page };
  }
  return undefined;
}

/** Loads ids of articles by address; `undefined` if the site has no such file. */
async function loadIds(address: string): Promise<Record<string, string[]> | undefined> {
  const response = await fetch(address);
  if (response.ok) return (await response.json()) as Record<string, string[]>;
  if (response.status === 404) return undefined;
  throw new Error(`${response.status} for ${address}`);
}
