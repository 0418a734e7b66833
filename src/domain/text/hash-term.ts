/** Bits of a hash. With 60,000 terms in the index, 1 of 1,000 other words collides with one of them. */
const BITS = 26;

/**
 * Hashes a term with FNV-1a over its UTF-16 units, folded to 26 bits. The index holds hashes because they are shorter.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> BITS) ^ hash) & ((1 << BITS) - 1);
}
