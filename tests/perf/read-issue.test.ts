import { describe, test } from 'vitest';
import { readIssue } from '../../src/action/read-issue.ts';
import { expectLinearTime, textOf } from './linear-time.ts';

describe('readIssue takes linear time on repetitions of', () => {
  test.each(['a <!-- ', '<!-- \n', '`````` \n', '<p ', '<a x=', '> ', '#', '-->', '<!---->', '`'])(
    '%j',
    (unit) => {
      expectLinearTime({
        text: (length) => textOf(() => unit, length),
        read: (body) => readIssue({ title: 'It fails', body }),
        short: 40_000,
        long: 1_000_000,
        tolerance: 2,
      });
    },
  );
});
