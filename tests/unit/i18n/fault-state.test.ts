import { expect, test } from 'vitest';
import { faultState } from '../../../src/i18n/fault-state.ts';
import { wordsOf } from '../../../src/i18n/words.ts';

test.each([
  ['defect', 'fixed', { value: 'fixed', name: 'Fixed' }],
  ['defect', 'open', { value: 'open', name: wordsOf('en').statuses.open }],
  ['incompatibility', 'fixed', { value: 'incompatibility', name: 'Incompatible versions' }],
  ['environment', 'workaround', { value: 'environment', name: 'Environment' }],
  ['usage', 'by-design', { value: 'usage', name: 'Usage' }],
] as const)('a fault with cause %s and status %s', (cause, status, state) => {
  expect(faultState({ cause, status }, wordsOf('en'))).toEqual(state);
});
