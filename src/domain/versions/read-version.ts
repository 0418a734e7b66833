import { isVersion } from './versions.ts';
import type { Ecosystem } from '../vocabulary.ts';

const MAX_LENGTH = 100;

/** Characters that are often copied along with a version: `==1.2.3`, `v1.2.3`. */
const PREFIX = /^={0,3}[ \t]{0,9}v?/i;

/**
 * Parses a version as it was entered and removes its prefix.
 *
 * @returns `undefined` for an invalid version of the ecosystem, see `describeGrammar`
 */
export function readVersion(ecosystem: Ecosystem, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const version = trimmed.replace(PREFIX, '');
  return isVersion(ecosystem, version) ? version : undefined;
}
