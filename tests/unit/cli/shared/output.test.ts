import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Output, styleText } from '../../../../src/cli/shared/output.ts';

beforeEach(() => vi.stubEnv('FORCE_COLOR', '1'));
afterEach(() => vi.unstubAllEnvs());

const BOLD = '\u001b[1m';
const NOT_BOLD = '\u001b[22m';

/** Returns what a terminal gets. */
function written(text: string): string {
  const stream = new PassThrough({ encoding: 'utf8' });
  new Output(stream).write(text);
  return stream.read() ?? '';
}

test.each([
  ['a color', '\u001b[31mred', String.raw`\u001b[31mred`],
  ['a window title', '\u001b]0;title\u0007', String.raw`\u001b]0;title\u0007`],
  ['a C1 control', '\u009b2J', String.raw`\u009b2J`],
  ['a carriage return', 'bad\rgood', String.raw`bad\u000dgood`],
  ['a backspace and a delete', 'a\b\u007f', String.raw`a\u0008\u007f`],
  ['a bidirectional override', 'a\u202eb', String.raw`a\u202eb`],
  ['a bidirectional isolate', '\u2066a\u2069', String.raw`\u2066a\u2069`],
  ['an Arabic letter mark', '\u061c', String.raw`\u061c`],
  ['a zero-width joiner', 'nu\u200dmpy', String.raw`nu\u200dmpy`],
  ['a variation selector', 'a\ufe0f', String.raw`a\ufe0f`],
  ['a tag character', '\u{e0041}', String.raw`\udb40\udc41`],
  ['a lone surrogate', '\ud800', String.raw`\ud800`],
])('escapes %s', (_name, text, shown) => {
  expect(written(text)).toBe(shown);
});

test('keeps line feeds, tabs and every visible character', () => {
  const text = 'naïve\t数组\n- 😀 “x” \\ é\n';
  expect(written(text)).toBe(text);
});

test('keeps its own styles, but not styles inside the text', () => {
  expect(written(`${styleText('bold', 'a\u001b[8mb')}\u001b[1mc`)).toBe(
    `${BOLD}a\\u001b[8mb${NOT_BOLD}\\u001b[1mc`,
  );
});

test('no text can imitate a style, and none changes the values of JSON', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u001b[', '\u001b]8;;', '\u009b', '\u202e', '\ud800', BOLD, NOT_BOLD, '1m'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  });
  fc.assert(
    fc.property(text, text, (styled, plain) => {
      const [before, inside, after, ...others] = written(
        `${plain}${styleText('bold', styled)}${plain}`,
      ).split(/\u001b\[(?:1|22)m/);
      expect(others).toEqual([]);
      for (const part of [before, inside, after]) {
        expect(part).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      }
      expect(JSON.parse(written(JSON.stringify({ plain })))).toEqual({ plain });
    }),
  );
});
