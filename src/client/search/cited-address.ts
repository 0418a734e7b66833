import { upstreamPartPath } from '../../domain/addresses/addresses.ts';
import { numberEnding, trackerKey, upstreamLabel } from '../../domain/upstream/tracker-address.ts';
import { siteBase } from '../shared/site.ts';

/** A text that is the address of an issue, a pull request or a discussion. */
export interface CitedAddress {
  /** `cython/cython#6434` */
  label: string;
  /** Returns the ids of the articles that cite it; rejects when the list cannot be loaded. */
  articles(): Promise<string[]>;
}

/** Reads an upstream address, with or without `https://`, a query and a fragment; `undefined` for any other text. */
export function readCitedAddress(text: string): CitedAddress | undefined {
  const [address = ''] = text.trim().split(/[?#]/);
  const key = /\s/.test(address) ? undefined : trackerKey(address);
  if (key === undefined) return undefined;
  return {
    label: upstreamLabel(`https://${address.replace(/^https?:\/\//i, '')}`),
    async articles() {
      const citations = Object.entries(await loadCitations(numberEnding(key)));
      return [
        ...new Set(citations.flatMap(([cited, ids]) => (trackerKey(cited) === key ? ids : []))),
      ];
    },
  };
}

/** Loads the ids of the articles by cited address, for numbers that end in two digits. */
async function loadCitations(digits: string): Promise<Record<string, string[]>> {
  const response = await fetch(siteBase() + upstreamPartPath(digits));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as Record<string, string[]>;
}
