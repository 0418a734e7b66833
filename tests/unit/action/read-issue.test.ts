import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueOf } from '../../../src/action/issue-event.ts';
import { readIssue } from '../../../src/action/read-issue.ts';
import { InputError } from '../../../src/action/input-error.ts';
import { issueEvent } from '../../support/action-run.ts';

const read = (body: string) => readIssue({ title: 'T', body }).split('\n').slice(2);

describe('the text of an issue', () => {
  test('starts with the title', () => {
    expect(readIssue({ title: 'It fails', body: 'a\r\nb' })).toBe('It fails\n\na\nb');
  });

  test.each([
    [
      'keeps a fenced block without its fences',
      '```python\nx <b>\n# y\n```\nz',
      ['x <b>', '# y', 'z'],
    ],
    ['ends a fence at one as long', '````\na\n```\nb\n`````\nc', ['a', '```', 'b', 'c']],
    ['ends a fence at its own character', '~~~\na\n```\n~~~\nb', ['a', '```', 'b']],
    ['keeps an unclosed fence', '```\na\n<!-- b', ['a', '<!-- b']],
    [
      'recognizes a fence in a list and in a quotation',
      '- ```\n> ```\n> a\n> ```\nb',
      ['- ```', '> a', 'b'],
    ],
    ['keeps a code span that looks like a fence', '```a``` b\nc', ['```a``` b', 'c']],
    ['removes a comment of a template', 'a\n<!-- Error: b\n\nc -->\nd', ['a', '', '', '', 'd']],
    ['removes an unclosed comment', 'a\n<!-- b\n\nc', ['a', '', '', '']],
    ['removes a comment within a line', 'a <!-- b --> c <!-- d --> e', ['a  c  e']],
    ['removes a comment over lines of a paragraph', 'a <!-- b\nc --> d', ['a ', ' d']],
    ['keeps a comment mark in code', 'a `<!--` b\n\nc --> d', ['a `<!--` b', '', 'c --> d']],
    ['removes the shortest comments', 'a <!--> b <!---> c', ['a  b  c']],
    ['keeps a comment in code', '```\n<!-- a -->\n```', ['<!-- a -->']],
    ['ignores a fence in a comment', '<!--\n```\n-->\na', ['', '', '', 'a']],
    [
      'removes the tags of a details block',
      '<details open><summary>Log</summary>\na\n</details>',
      ['  Log ', 'a', ' '],
    ],
    ['splits lines at <br>', 'a<br>b<br />c', ['a', 'b', 'c']],
    [
      'keeps output in angle brackets',
      'in <module> vector<int> <code object f>',
      ['in <module> vector<int> <code object f>'],
    ],
    [
      'removes what an issue form adds',
      '### Logs\n\n_No response_\n\n#0 main',
      ['Logs', '', '', '#0 main'],
    ],
    ['keeps a quotation', '> E   Error: a', ['> E   Error: a']],
  ])('%s', (_name, body, lines) => {
    expect(read(body)).toEqual(lines);
  });

  /** Blocks of an issue: their Markdown, and the lines that are read from it. */
  const line = fc.stringMatching(/^[a-z<>~!# ]{0,8}[a-z]$/);
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const block = fc.oneof(
    lines.map((kept) => ({ markdown: ['```text', ...kept, '```'], kept })),
    lines.map((kept) => ({ markdown: ['~~~~', ...kept, '```', '~~~~~'], kept: [...kept, '```'] })),
    lines.map((hidden) => ({ markdown: ['<!--', ...hidden, '', '```', '-->'], kept: [] })),
    line.map((hidden) => ({ markdown: [`word <!-- ${hidden} --> word`], kept: ['word  word'] })),
    line.map((hidden) => ({ markdown: [`word <!-- ${hidden}`, '-->'], kept: ['word '] })),
    fc.constant({ markdown: ['### Logs', '<details>', '</details>'], kept: ['Logs'] }),
    fc.constant({ markdown: ['word <!--', '', '--> word'], kept: ['word <!--', '--> word'] }),
  );

  test('keeps code and drops comments in any order of blocks', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const body = blocks.map(({ markdown }) => markdown.join('\n')).join('\n\n');
        const kept = blocks.flatMap((part): readonly string[] => part.kept);
        expect(read(body).filter((text) => text.trim() !== '')).toEqual(kept);
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

  test('of an issue without a body has an empty text', () => {
    expect(issueOf('issues', issueEvent(null), 'no')).toMatchObject({ issue: { body: '' } });
  });

  test.each([
    ['issue_comment', {}, 'the event is issue_comment; only issues events are handled.'],
    ['issues', { action: 'labeled' }, 'only opened, edited, reopened issues are handled.'],
    ['issues', { action: ['opened'] }, 'only opened, edited, reopened issues are handled.'],
    ['issues', { action: { toString: 0 } }, 'only opened, edited, reopened issues are handled.'],
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
