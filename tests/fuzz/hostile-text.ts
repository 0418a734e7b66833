import fc from 'fast-check';

/** Characters that parsers, terminals and browsers treat specially, and names that objects inherit. */
export const special = fc.constantFrom(
  ...['\0', '\b', '\t', '\n', '\r', '\r\n', '\u0085', '\u2028', '\ud800', '\udfff', '\uffff'],
  ...['\u00ad', '\u061c', '\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u{e0041}'],
  ...['\u001b[31m', '\u001b[31', '\u001b]0;x\u0007', '\u001b]8;;https://a.example/\u001b\\'],
  ...['\u001bP', '\u009b', 'e\u0301\u0301\u0301\u0301', '中', '😀', 'İ', 'ß'],
  ...['__proto__', 'constructor', 'toString', '<', '>', '&', '"', "'", '`', '\\', '%', '$&'],
);

/** Any character, with lone surrogates. The units that fast-check names take seconds to build. */
const character = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
);

/** Any text of at most this many characters. */
export const anyText = (maxLength = 200): fc.Arbitrary<string> =>
  fc.string({ unit: character, maxLength });

/** A part of a text. */
export const pieceOf = (texts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(maxLength))
    .map(([text, start, length]) =>
      text.slice(start % (text.length + 1), (start % (text.length + 1)) + length),
    );

/** Up to `maxLength` pieces in a row, with `glue` between them. */
export const joined = (
  piece: fc.Arbitrary<string>,
  maxLength: number,
  glue = '',
): fc.Arbitrary<string> => fc.array(piece, { maxLength }).map((pieces) => pieces.join(glue));

/** Texts with up to three places where a few characters are replaced by a token. */
export const edited = (
  texts: fc.Arbitrary<string>,
  token: fc.Arbitrary<string>,
): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(fc.tuple(fc.nat(), fc.nat(8), token), { maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((before, [position, removed, inserted]) => {
        const start = position % (before.length + 1);
        return before.slice(0, start) + inserted + before.slice(start + removed);
      }, text),
    );

/** A short text repeated until it has up to `maxLength` characters: what a backtracking parser reads again and again. */
export const repeated = (piece: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(piece, fc.nat(maxLength))
    .map(([text, length]) => text.repeat(Math.floor(length / (text.length || 1))));
