import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetKeys, perFacet } from '../../../src/search/facets.ts';
import { matchesQuery } from '../../../src/search/evidence.ts';
import { excerptParts } from '../../../src/search/excerpt.ts';
import { toQuery } from '../../../src/search/query.ts';
import {
  chosenValues,
  readState,
  withoutFilters,
  setFacetValue,
  writeState,
  type KnownValues,
} from '../../../src/search/search-state.ts';

const known: KnownValues = perFacet(() => ['cython', 'numba', '3.13t', 'crash']);

test.each([
  ['', ''],
  ['?q=walrus', '?q=walrus'],
  ['?q=a%20b&project=cython', '?q=a+b&project=cython'],
  ['?project=numba&project=cython', '?project=cython&project=numba'],
  ['?project=cython&project=cython', '?project=cython'],
  ['?project=unknown&python=3.13t', '?python=3.13t'],
  ['?utm_source=x&q=', ''],
  ['?mine=1&q=x', '?q=x&mine=1'],
  ['?mine=yes', ''],
  ['?q=%E5%86%85%E5%AD%98', '?q=%E5%86%85%E5%AD%98'],
])('the address %j is kept as %j', (search, expected) => {
  expect(writeState(readState(search, known))).toBe(expected);
});

test('an address and its state are the same thing, for any text and any choice', () => {
  const choice = fc.record(
    Object.fromEntries(facetKeys.map((key) => [key, fc.subarray([...known[key]])])),
  );
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      choice,
      fc.boolean(),
      (q, facets, mine) => {
        const state = { q, facets: perFacet((key) => facets[key] ?? []), mine };
        expect(readState(writeState(state), known)).toEqual(state);
      },
    ),
  );
});

test('values are chosen, counted and taken back', () => {
  const empty = readState('?q=x', known);
  const one = setFacetValue(empty, 'project', 'cython', true);
  const two = setFacetValue(one, 'python', '3.13t', true);
  expect(chosenValues(two)).toEqual([
    { key: 'project', value: 'cython' },
    { key: 'python', value: '3.13t' },
  ]);
  expect(setFacetValue(two, 'python', '3.13t', false)).toEqual(one);
  expect(setFacetValue(one, 'project', 'cython', true)).toEqual(one);
  expect(withoutFilters(two)).toEqual(empty);
});

test.each([
  ['', ''],
  ['  \n ', ''],
  ['a\nb', 'a b'],
  ['"Acquisition count is -1"', 'Acquisition count is'],
  ['Expected 96, got 88', 'Expected 96, got 88'],
  ['1', '1'],
  ['__excinfo_unwrap_args', '__excinfo_unwrap_args'],
  ['\u0000x\u0007y', 'x y'],
])('the text %j is asked as %j', (text, expected) => {
  expect(toQuery(text)).toBe(expected);
});

test.each([
  [
    'a <mark>hit</mark> b',
    [
      ['a ', false],
      ['hit', true],
      [' b', false],
    ],
  ],
  ['&lt;script&gt; &amp;amp;', [['<script> &amp;', false]]],
  ['<mark>x<mark>', [['<mark>x<mark>', false]]],
  ['<img src=x onerror=alert(1)>', [['<img src=x onerror=alert(1)>', false]]],
])('the excerpt %j comes apart as %j', (excerpt, expected) => {
  expect(excerptParts(excerpt).map(({ text, hit }) => [text, hit])).toEqual(expected);
});

test('no text of an excerpt is lost or made up', () => {
  const piece = fc.constantFrom('<mark>', '</mark>', '<b>', 'word', ' ', '"');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const excerpt = pieces.join('');
      const again = excerptParts(excerpt)
        .map(({ text, hit }) => (hit ? `<mark>${text}</mark>` : text))
        .join('');
      expect(again).toBe(excerpt);
    }),
  );
});

test.each([
  ['zzzzqqqq', '<mark>z</mark> muldefs', false],
  ['zzzzqqqq', 'no mark at all', false],
  ['walrus zzzzqqqq', 'the <mark>walrus</mark>', true],
  ['excinfo', "'<mark>__excinfo_unwrap_args</mark>'", true],
  ["'__excinfo_unwrap_args1f0c2a'", '<mark>__excinfo_unwrap_args</mark>', true],
  ['importing', '<mark>import</mark>', true],
  ['python313t_d.dll', '<mark>python313t_d.dll.</mark>', true],
  ['海象运算符', '<mark>海象</mark><mark>运算</mark>', true],
  ['KF-9001', 'found by its id', true],
  ['demo', 'found by its title', true],
])('the query %j and the excerpt %j: an answer is %s', (query, excerpt, expected) => {
  const shown = { title: 'A demo', summary: '', id: 'KF-9001', project: '', symptom: '', excerpt };
  expect(matchesQuery(query, shown)).toBe(expected);
});
