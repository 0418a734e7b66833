import { isVersion } from './versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

/** No version of any package is longer. */
const MAX_LENGTH = 100;

/** What people copy along with a version: `==1.2.3`, `v1.2.3`. */
const AROUND = /^={0,3}[ \t]{0,9}v?/i;

/**
 * A version as somebody typed it, without what was copied along with it.
 *
 * @returns `undefined` for what is no version in the grammar of the ecosystem, see `describeGrammar`
 */
export function readVersion(ecosystem: Ecosystem, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const version = trimmed.replace(AROUND, '');
  return isVersion(ecosystem, version) ? version : undefined;
}
