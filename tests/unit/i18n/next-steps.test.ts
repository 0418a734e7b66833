import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { root } from '../../support/root.ts';
import { errorKinds } from '../../../src/diagnosis/unknown/last-error.ts';
import { guides, nextSteps } from '../../../src/i18n/next-steps.ts';

const codeIn = (text: string) => text.match(/`[^`]+`/g) ?? [];

test.each(errorKinds)(
  'the steps for %s name the same commands and files in both languages',
  (kind) => {
    nextSteps.en[kind].forEach((step, index) => {
      expect(codeIn(nextSteps.zh[kind][index] ?? '').sort()).toEqual(codeIn(step).sort());
    });
  },
);

test('every guide is a general article, and makes no claim about an unknown error', async () => {
  const { articles } = await readLibrary(root);
  for (const id of Object.values(guides)) {
    const facts = articles.find((article) => article.facts.id === id)?.facts;
    expect(facts).toMatchObject({ id, general: true });
    expect(
      facts?.signatures.every((one) => typeof one === 'object' && one.role === 'supporting'),
    ).toBe(true);
  }
});
