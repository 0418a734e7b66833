/** Bits of a term's hash: among 60,000 terms a word of the reader's own meets a known one by chance once in 1,000 times. */
const BITS = 26;

/** FNV-1a over the UTF-16 units, folded to `BITS`. The index holds hashes instead of words: shorter, and of one size. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> BITS) ^ hash) & ((1 << BITS) - 1);
}
