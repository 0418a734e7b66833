import { expect, test } from 'vitest';
import { errorKinds } from '../../../src/diagnosis/unknown/last-error.ts';
import { nextSteps } from '../../../src/i18n/next-steps.ts';

const codeIn = (text: string) => text.match(/`[^`]+`/g) ?? [];

test.each(errorKinds)(
  'the steps for %s name the same commands and files in both languages',
  (kind) => {
    nextSteps.en[kind].forEach((step, index) => {
      expect(codeIn(nextSteps.zh[kind][index] ?? '').sort()).toEqual(codeIn(step).sort());
    });
  },
);
