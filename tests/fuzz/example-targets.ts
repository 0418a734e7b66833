import fc from 'fast-check';
import type { Target } from './target.ts';

/** Holds for every input. */
const harmless: Target<number> = {
  name: 'harmless',
  inputs: fc.nat(),
  runs: 1,
  check: () => undefined,
};

/** Fails for texts with an `x`. */
const broken: Target<string> = {
  name: 'broken',
  inputs: fc.string({ unit: fc.constantFrom('x', 'y', '\u202e') }),
  runs: 1,
  check(text) {
    if (text.includes('x')) throw new Error('an x');
  },
};

/** Never answers. */
const endless: Target<string> = {
  name: 'endless',
  inputs: fc.constant('a'),
  runs: 1,
  check() {
    for (;;);
  },
};

/** Targets for the tests of the command. */
export const targets = [harmless, broken, endless] as readonly Target[];
