/** Characters between which a browser breaks a line without a space or a hyphen: those of Chinese and Japanese text. */
const UNBREAKABLE =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+/gu;

/** Returns the longest part of a text that contains no place for a line break; empty if there is none. */
export function longestWord(text: string): string {
  return (text.match(UNBREAKABLE) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    '',
  );
}
