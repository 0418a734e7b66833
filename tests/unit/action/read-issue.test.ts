import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueOf } from '../../../src/action/issue-event.ts';
import { readIssue } from '../../../src/action/read-issue.ts';
import { InputError } from '../../../src/action/input-error.ts';
import { issueEvent } from '../../support/action-run.ts';

const read = (body: string) => readIssue({ title: 'T', body }).split('\n').slice(2);

describe('what an issue says', () => {
  test('the title comes first', () => {
    expect(readIssue({ title: 'It fails', body: 'a\r\nb' })).toBe('It fails\n\na\nb');
  });

  test.each([
    ['a fenced block without its fences', '```python\nx <b>\n# y\n```\nz', ['x <b>', '# y', 'z']],
    ['a fence is ended by one as long', '````\na\n```\nb\n`````\nc', ['a', '```', 'b', 'c']],
    ['a fence is ended by its own sign', '~~~\na\n```\n~~~\nb', ['a', '```', 'b']],
    ['a fence that is never ended', '```\na\n<!-- b', ['a', '<!-- b']],
    ['a fence in a list and in a quotation', '- ```\n> ```\n> a\n> ```\nb', ['- ```', '> a', 'b']],
    ['a code span that looks like a fence', '```a``` b\nc', ['```a``` b', 'c']],
    ['a comment of a template', 'a\n<!-- Error: b\n\nc -->\nd', ['a', '', '', '', 'd']],
    ['a comment that never ends', 'a\n<!-- b\n\nc', ['a', '', '', '']],
    ['a comment within a line', 'a <!-- b --> c <!-- d --> e', ['a  c  e']],
    ['a comment over lines of a paragraph', 'a <!-- b\nc --> d', ['a ', ' d']],
    ['a comment sign in code', 'a `<!--` b\n\nc --> d', ['a `<!--` b', '', 'c --> d']],
    ['the shortest comments', 'a <!--> b <!---> c', ['a  b  c']],
    ['a comment in code is code', '```\n<!-- a -->\n```', ['<!-- a -->']],
    ['a fence in a comment is none', '<!--\n```\n-->\na', ['', '', '', 'a']],
    [
      'a details block',
      '<details open><summary>Log</summary>\na\n</details>',
      ['  Log ', 'a', ' '],
    ],
    ['line breaks', 'a<br>b<br />c', ['a', 'b', 'c']],
    [
      'what programs print in angle brackets',
      'in <module> vector<int> <code object f>',
      ['in <module> vector<int> <code object f>'],
    ],
    [
      'headings of an issue form',
      '### Logs\n\n_No response_\n\n#0 main',
      ['Logs', '', '', '#0 main'],
    ],
    ['a quotation', '> E   Error: a', ['> E   Error: a']],
  ])('%s', (_name, body, lines) => {
    expect(read(body)).toEqual(lines);
  });

  /** Blocks of an issue: how each is written, and which of its lines are said. */
  const line = fc.stringMatching(/^[a-z<>~!# ]{0,8}[a-z]$/);
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const block = fc.oneof(
    lines.map((said) => ({ written: ['```text', ...said, '```'], said })),
    lines.map((said) => ({ written: ['~~~~', ...said, '```', '~~~~~'], said: [...said, '```'] })),
    lines.map((hidden) => ({ written: ['<!--', ...hidden, '', '```', '-->'], said: [] })),
    line.map((hidden) => ({ written: [`word <!-- ${hidden} --> word`], said: ['word  word'] })),
    line.map((hidden) => ({ written: [`word <!-- ${hidden}`, '-->'], said: ['word '] })),
    fc.constant({ written: ['### Logs', '<details>', '</details>'], said: ['Logs'] }),
    fc.constant({ written: ['word <!--', '', '--> word'], said: ['word <!--', '--> word'] }),
  );

  test('whatever the order of its blocks, code is read as it is and comments are not', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const body = blocks.map(({ written }) => written.join('\n')).join('\n\n');
        const said = blocks.flatMap((part): readonly string[] => part.said);
        expect(read(body).filter((text) => text.trim() !== '')).toEqual(said);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an event', () => {
  test.each([
    ['opened', {}],
    ['edited', { action: 'edited' }],
    ['reopened', { action: 'reopened' }],
  ])('%s is read', (_name, parts) => {
    expect(issueOf('issues', issueEvent('b', parts), 'no')).toEqual({
      issue: { number: 12, title: 'It fails', body: 'b' },
    });
  });

  test('an issue without a body is its title', () => {
    expect(issueOf('issues', issueEvent(null), 'no')).toMatchObject({ issue: { body: '' } });
  });

  test.each([
    ['issue_comment', {}, 'the event is issue_comment; only issues events are handled.'],
    ['issues', { action: 'labeled' }, 'only opened, edited, reopened issues are handled.'],
    ['issues', { pull_request: { url: 'x' } }, 'it is a pull request.'],
    ['issues', { state: 'closed' }, 'the issue is closed.'],
    ['issues', { locked: true }, 'the issue is locked.'],
    ['issues', { sender: { type: 'Bot' } }, 'the event was triggered by a bot.'],
    ['issues', { labels: [null, { name: 'no' }] }, 'the issue has the label that opts it out.'],
  ])('%s with %j is ignored: %s', (name, parts, reason) => {
    expect(issueOf(name, issueEvent('b', parts), 'no')).toEqual({ reason });
  });

  test.each([null, {}, [], 'x', { action: 'opened', issue: { number: '1', title: 'x' } }])(
    '%j has no issue',
    (payload) => {
      expect(() => issueOf('issues', payload, 'no')).toThrow(
        new InputError(
          'GITHUB_EVENT_PATH: found an event without an issue; allowed: an issues event',
        ),
      );
    },
  );
});
