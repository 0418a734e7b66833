/**
 * Characters that show nothing but change what one sees or what a machine reads: controls, marks that turn the
 * direction of text, spaces without width, line ends that only some programs know, tags, halves of pairs.
 * Tab, line feed and the joiners of emoji and Persian are not among them.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}]/u;

const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu');

/** The name of the first hidden character of a text (`U+202E`), or `undefined`. */
export function hiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

/** A text that a terminal or a log shows as it is: hidden characters stand there by name. */
export function printable(text: string): string {
  return text.replace(EVERY_HIDDEN, (found) => `<${nameOf(found)}>`);
}

/** A text without hidden characters. */
export function stripHiddenCharacters(text: string): string {
  return text.replace(EVERY_HIDDEN, '');
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
