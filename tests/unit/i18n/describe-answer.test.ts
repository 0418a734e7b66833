import { describe, expect, test } from 'vitest';
import { evaluateFault, type AffectedFacts } from '../../../src/domain/affected/evaluate-fault.ts';
import type { Machine } from '../../../src/domain/affected/machine.ts';
import { answerWords } from '../../../src/i18n/answer-words.ts';
import { describeAnswer } from '../../../src/i18n/describe-answer.ts';

const fault: AffectedFacts = {
  cause: 'defect',
  python: '>=3.8,<3.13.2',
  platforms: ['linux', 'windows'],
  builds: ['gil'],
  affected: [
    { ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.1.0' },
    { ecosystem: 'PyPI', package: 'inkwell' },
  ],
};

function say(machine: Partial<Machine>, locale: 'en' | 'zh' = 'en') {
  const answer = evaluateFault(fault, { packages: [], isComplete: false, ...machine });
  const { headline, lines } = describeAnswer(answer, answerWords[locale]);
  return [headline, ...lines];
}

const on = { python: '3.12.1', platform: 'linux' } as const;
const cython = (version: string) => [{ name: 'cython', version }];

describe('the text of an answer', () => {
  test.each<[string, Partial<Machine>, string[]]>([
    [
      'within a range',
      { ...on, packages: cython('3.0.9') },
      ['Affected', 'cython 3.0.9 is affected: upgrade to 3.1.0 or later.'],
    ],
    [
      'a package without a fixed release',
      { ...on, packages: [{ name: 'inkwell', version: '1.0' }] },
      [
        'Affected',
        'inkwell 1.0 is affected. There is no fixed release yet; see “What to do” in the article.',
      ],
    ],
    [
      'a fixed version, the other package not installed',
      { ...on, packages: cython('3.1.0'), isComplete: true },
      ['Fixed in your version', 'cython 3.1.0 has the fix.', 'inkwell is not installed.'],
    ],
    [
      'another platform with an affected version',
      { ...on, platform: 'macos', packages: cython('3.0.9') },
      ['Not affected', 'This fault does not occur on your platform.'],
    ],
    [
      'another Python',
      { ...on, python: '3.14', packages: cython('3.0.9') },
      ['Not affected', 'This fault does not occur with your Python version.'],
    ],
    [
      'a Python series of which only some releases are affected',
      { ...on, python: '3.13', build: 'gil', packages: cython('3.0.9') },
      [
        'Cannot tell yet',
        'cython 3.0.9 is affected: upgrade to 3.1.0 or later.',
        'It depends on the exact Python release, such as 3.13.4.',
      ],
    ],
    [
      'no version at all',
      on,
      [
        'Cannot tell yet',
        'The version of cython is missing.',
        'The version of inkwell is missing.',
      ],
    ],
    [
      'invalid versions',
      { platform: 'linux', python: 'snake', packages: cython('newest') },
      [
        'Cannot tell yet',
        '“snake” is not a Python version. Enter it as 3.13, 3.13.4 or 3.13t.',
        'It depends on your Python build: versions of the free-threaded build end in t, such as 3.13t.',
        '“newest” is not a PyPI version. Enter it as pip shows it, such as 3.1.0 or 3.1.0a1.',
        'The version of inkwell is missing.',
      ],
    ],
  ])('%s', (_, machine, expected) => {
    expect(say(machine)).toEqual(expected);
  });

  test('in Chinese', () => {
    expect(say({ ...on, packages: cython('3.0.9') }, 'zh')).toEqual([
      '受影响',
      'cython 3.0.9 受影响，请升级到 3.1.0 或更高版本。',
    ]);
  });
});
