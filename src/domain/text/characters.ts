/**
 * Invisible characters that change what a person sees or a machine reads: controls, bidirectional marks, zero-width spaces,
 * unusual line ends, tags, lone surrogates. Tab, line feed and the joiners of emoji and Persian are allowed.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}]/u;

const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

/** Returns the name of the first hidden character of a text (`U+202E`), or `undefined`. */
export function hiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0];
  return found === undefined ? undefined : nameOf(found);
}

/** Replaces hidden characters by their names, so that a terminal or a log shows them. */
export function printable(text: string): string {
  return text.replace(ALL_HIDDEN, (found) => `<${nameOf(found)}>`);
}

/** Removes hidden characters. */
export function stripHiddenCharacters(text: string): string {
  return text.replace(ALL_HIDDEN, '');
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
