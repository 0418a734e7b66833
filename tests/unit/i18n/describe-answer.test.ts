import { describe, expect, test } from 'vitest';
import { evaluateFault, type AffectedFacts, type Machine } from '../../../src/domain/affected/evaluate-fault.ts';
import { answerWords } from '../../../src/i18n/answer-words.ts';
import { describeAnswer } from '../../../src/i18n/describe-answer.ts';

const fault: AffectedFacts = {
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

describe('an answer in words', () => {
  test.each<[string, Partial<Machine>, string[]]>([
    [
      'within a range',
      { ...on, packages: cython('3.0.9') },
      ['Affected', 'cython 3.0.9 has it: move to 3.1.0 or later.'],
    ],
    [
      'a package of which no release is free',
      { ...on, packages: [{ name: 'inkwell', version: '1.0' }] },
      ['Affected', 'inkwell 1.0 has it; no release is free of it. See what to do below.'],
    ],
    [
      'a fixed version, the other package not installed',
      { ...on, packages: cython('3.1.0'), isComplete: true },
      ['Fixed in yours', 'cython 3.1.0 is free of it.', 'inkwell is not installed.'],
    ],
    [
      'another platform, whatever the version',
      { ...on, platform: 'macos', packages: cython('3.0.9') },
      ['Not affected', 'It does not occur on your platform.'],
    ],
    [
      'another Python',
      { ...on, python: '3.14', packages: cython('3.0.9') },
      ['Not affected', 'It does not occur with your Python.'],
    ],
    [
      'a Python of which the release decides',
      { ...on, python: '3.13', build: 'gil', packages: cython('3.0.9') },
      [
        'Cannot tell yet',
        'cython 3.0.9 has it: move to 3.1.0 or later.',
        'It hangs on the release of Python: write it in full, such as 3.13.4.',
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
      'garbage',
      { platform: 'linux', python: 'snake', packages: cython('newest') },
      [
        'Cannot tell yet',
        '“snake” is no Python version. Write 3.13, 3.13.4 or 3.13t.',
        'It hangs on the build: a free-threaded Python is written with a t, such as 3.13t.',
        '“newest” is no version of PyPI. Write it as pip shows it, such as 3.1.0 or 3.1.0a1.',
        'The version of inkwell is missing.',
      ],
    ],
  ])('%s', (_, machine, expected) => {
    expect(say(machine)).toEqual(expected);
  });

  test('in Chinese', () => {
    expect(say({ ...on, packages: cython('3.0.9') }, 'zh')).toEqual([
      '受影响',
      'cython 3.0.9 有这个故障，请升级到 3.1.0 或更高版本。',
    ]);
  });
});
