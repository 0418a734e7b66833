import { expect, test } from 'vitest';
import { collisions } from '../../../src/diagnosis/signature-collisions.ts';
import { entry } from '../../support/make-index-entry.ts';

const walrus = entry('walrus', {
  signatures: ['Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)'],
});
const unwrap = entry('unwrap', {
  signatures: ["Linking globals named '__excinfo_unwrap_args<sha1>': symbol multiply defined!"],
});

test('articles that are found by what they print are in order', () => {
  expect(collisions([walrus, unwrap])).toEqual([]);
});

test('two articles that print the same line are reported, each with the other', () => {
  const copied = entry('copied', {
    signatures: [
      "RuntimeError: Linking globals named '__excinfo_unwrap_args<hash>': symbol multiply defined!",
    ],
  });
  const pairs = collisions([walrus, unwrap, copied]).map(({ slug, other }) => [slug, other]);
  expect(pairs).toContainEqual(['unwrap', 'copied']);
  expect(pairs.filter(([slug]) => slug === 'walrus')).toEqual([]);
});

test('an article whose signature says nothing is reported as not found', () => {
  const vague = entry('vague', { signatures: ['Segmentation fault'] });
  expect(collisions([walrus, unwrap, vague])).toEqual([
    { slug: 'vague', printed: 'Segmentation fault' },
  ]);
});
