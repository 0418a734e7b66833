import { readdirSync } from 'node:fs';
import { test } from 'vitest';
import { assertValidDraft, sourceText, SOURCES } from './drafting.ts';

test.each(readdirSync(SOURCES))('the draft of %s is valid except for its marks', (file) => {
  assertValidDraft(sourceText(file));
});
