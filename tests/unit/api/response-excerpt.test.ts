import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedExcerpt, jsonExcerpt } from '../../../src/api/response-excerpt.ts';

const more = (n: number) => `${n} more`;
const table = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, i) => [`key ${i}`, ['KF-0001']]));

test.each<[string, unknown, string]>([
  [
    'a short answer stays whole',
    { id: 'KF-0001', fixed: null },
    '{\n  "id": "KF-0001",\n  "fixed": null\n}',
  ],
  [
    'empty lists and objects stay on their line',
    { aliases: [], more: {} },
    '{\n  "aliases": [],\n  "more": {}\n}',
  ],
  [
    'of many words the first three are shown',
    ['a', 'b', 'c', 'd', 'e'],
    '["a", "b", "c", /* 2 more */]',
  ],
  [
    'of many objects the first',
    [{ id: 1 }, { id: 2 }, { id: 3 }],
    '[\n  {\n    "id": 1\n  },\n  /* 2 more */\n]',
  ],
  [
    'two objects are few',
    [{ introduced: '1' }, { fixed: '2' }],
    '[\n  {\n    "introduced": "1"\n  },\n  {\n    "fixed": "2"\n  }\n]',
  ],
  [
    'of a table with many keys the first two',
    table(31),
    '{\n  "key 0": ["KF-0001"],\n  "key 1": ["KF-0001"],\n  /* 29 more */\n}',
  ],
  ['of a long text the beginning', 'x'.repeat(91), `"${'x'.repeat(90)}…"`],
  ['quotes stay quoted', 'a "b"', '"a \\"b\\""'],
  ['fields that are not there are not shown', { a: undefined }, '{}'],
])('%s', (_, value, expected) => {
  expect(jsonExcerpt(value, more)).toBe(expected);
});

test('what is short enough is the JSON that it was', () => {
  const short = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ maxLength: 40 }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.array(tie('value'), { maxLength: 1 }),
      fc.dictionary(fc.string({ maxLength: 10 }), tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(
    fc.property(short, (value) => {
      const json = JSON.stringify(value);
      expect(JSON.stringify(JSON.parse(jsonExcerpt(value, more)))).toBe(json);
    }),
  );
});

test.each([
  [
    '<feed>\n<entry>1</entry>\n<entry>2</entry>\n</feed>',
    '<feed>\n<entry>1</entry>\n    <!-- 1 more -->\n</feed>',
  ],
  ['<feed>\n<entry>1</entry>\n</feed>', '<feed>\n<entry>1</entry>\n</feed>'],
  ['<feed>\n</feed>', '<feed>\n</feed>'],
])('of a feed the first entry is shown: %j', (xml, expected) => {
  expect(feedExcerpt(xml, more)).toBe(expected);
});
