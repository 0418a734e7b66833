import { expect, test } from 'vitest';
import { checkHouseStyle } from '../../../src/lint/house-style.ts';

const foundIn = (text: string) => checkHouseStyle(text).map(({ found }) => found);

test.each([
  ['The result hangs on the version.', 'hangs on'],
  ['An environment of its own.', 'of its own'],
  ['The release cures it.', 'cures'],
  ['Two commits mended it.', 'mended'],
  ['What helps against it?', 'helps against'],
  ['It lets go of the GIL.', 'lets go of'],
  ['Move to 0.61.2 or later.', 'Move to 0.61.2'],
  ['The version to move to.', 'to move to'],
  ['Go back with NumPy.', 'Go back with'],
  ['No release is free of it.', 'free of it'],
  ['This is your fault.', 'is your fault'],
  ['A copy outside is a foreign one.', 'foreign one'],
  ['Better made anew than repaired.', 'anew'],
  ['Numba is the culprit.', 'culprit'],
  ['By way of umap.', 'By way of'],
  ['See Look-alikes.', 'Look-alikes'],
  ['Somebody has seen it.', 'Somebody'],
  ['Who asks gets an answer.', 'Who asks'],
  ['So many lines are matched.', 'So many'],
  ['It prints what is not known here.', 'what is not known'],
  ['/** What a command needs. */', '/** What'],
  ['The id stands in the file.', 'stands'],
  ['A link may stand there.', 'may stand'],
  ['This is no error.', 'is no'],
  ['A third cause comes into question.', 'comes into question'],
  ['The lint says so.', 'lint says'],
  ['It goes by the name.', 'goes by the'],
  ['It holds a line against signatures.', 'holds a line against'],
  ['The facts rule out 31.', 'rule out 31'],
])('finds the phrase in %j', (text, phrase) => {
  expect(foundIn(text)).toEqual([phrase]);
});

test.each([
  'The result depends on the version.',
  'A secure connection is recommended.',
  'There is no fixed release yet. It is no longer supported.',
  'GIL stands for global interpreter lock.',
  "const section = 'look-alikes'; // see #look-alikes",
  'en.mdx:2 look-alikes: found demo-hang not in related',
  'Who maintains this project?',
  'The author says that 3.0.11 works.',
  'const standsIn = true;',
])('accepts %j', (text) => {
  expect(foundIn(text)).toEqual([]);
});

test('finds phrases that span the lines of a comment or paragraph', () => {
  const text = ['/**', ' * The result hangs', ' * on the version.', ' */', '// is', '// no error'];
  expect(checkHouseStyle(text.join('\n'))).toEqual([
    { line: 2, found: 'hangs on', wanted: '"depends on"' },
    { line: 5, found: 'is no', wanted: '"is not a", "there is no"' },
  ]);
  expect(foundIn('It hangs\non the version.')).toEqual(['hangs on']);
});
