/**
 * Characters without a glyph, as the inside of a character class for the flag `u`: controls, bidirectional marks,
 * zero-width and other ignorable characters, unusual line ends, lone surrogates, noncharacters. They can make a text
 * look different from what a machine reads.
 *
 * @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
export const INVISIBLE = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb`;

/** Tab, line feed, the joiners of emoji and Persian, and the selectors of text and emoji style are allowed. */
const HIDDEN = new RegExp(String.raw`(?![\t\n\u200c\u200d\ufe0e\ufe0f])[${INVISIBLE}]`, 'u');

const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

const UNPRINTABLE = new RegExp(String.raw`(?![\t\n])[${INVISIBLE}]`, 'gu');

/** The braille pattern without dots is a symbol that looks like a space. */
const VISIBLE = new RegExp(String.raw`(?![\u2800${INVISIBLE}])[\p{L}\p{N}\p{P}\p{S}]`, 'u');

/** Returns the name of the first hidden character of a text (`U+202E`), or `undefined`. */
export function hiddenCharacter(text: string): string | undefined {
  const code = HIDDEN.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Returns whether a text contains a letter, a digit, a punctuation mark or a symbol that can be seen. */
export function hasVisibleCharacter(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * Replaces invisible characters by JavaScript escapes such as `\u001b`, so that a terminal or a log shows them. Keeps
 * tabs and line feeds. JSON stays JSON, with the same values.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (found) => found.split('').map(escapeUnit).join(''));
}

/** Removes hidden characters. */
export function stripHiddenCharacters(text: string): string {
  return text.replace(ALL_HIDDEN, '');
}

/** @param unit one UTF-16 unit */
function escapeUnit(unit: string): string {
  return String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0');
}
