import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { looksLikeEnvironment } from '../../../src/audit/inventory/looks-like-environment.ts';
import { readPaste } from '../../../src/diagnosis/clean/read-paste.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { buildIndex } from '../../../src/diagnosis/index/build-index.ts';
import { redact } from '../../../src/diagnosis/report/redact.ts';
import { unknownErrorReport } from '../../../src/diagnosis/report/unknown-error-report.ts';
import { readLastError } from '../../../src/diagnosis/unknown/last-error.ts';
import { entry } from '../../support/make-index-entry.ts';
import { root } from '../../support/root.ts';
import { anyText, edited, joined, pieceOf, repeated, special } from '../hostile-text.ts';
import { assertLine, assertVisible, type Target } from '../target.ts';

const index = buildIndex([
  entry('threads-not-permitted', {
    signatures: ['OpenBLAS: pthread_create failed for thread <n> of <m>: Operation not permitted'],
    text: 'The container forbids new threads.',
  }),
  entry('cache-corrupt', { signatures: ['RuntimeError: cache <name> corrupt at <path>'] }),
  entry('missing-header', {
    signatures: [
      'fatal error: <header>: No such file',
      '<header>: cannot open',
      'cannot find -l<header>',
    ],
    lookup: { table: 'looms', key: 'header' },
  }),
]);

const pastes = ['known', 'unrelated'].flatMap((name) =>
  readFileSync(path.join(root, `tests/fixtures/pastes/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { paste: string }).paste),
);

/** Beginnings of what the cleaning, the matching and the redaction look for. */
const marks = fc.constantFrom(
  ...['\\n', '\\\\\\n', '│', '<<<', '0x', '1.', '--', '#0 24.51 ', 'E   ', '_ZN999x', '_Z9'],
  ...['2023-01-01T00:00:00Z ', 'C:\\n', 'OpenBLAS: ', '不', 'thread', 'RuntimeError: cache '],
  ...['Traceback (most recent call last):\n', '  File "x", line 1, in <module>\n', '\x1b[2K\r'],
  ...[
    '/home/a',
    '/home/ab/',
    'a@',
    'https://',
    'A1b',
    'token=',
    'eyJ-',
    '10.',
    '\\Users\\',
    '~/a/',
  ],
  ...['fatal error: ', ': No such file', ': cannot open', 'cannot find -l', '/usr/', '@rpath/'],
  ...['user@host:~$ ', 'USER=abc ', 'ghp_', ':', ';', '=', ' ', '  ', '\t', "'--`", 'aB_9', '.'],
);

const piece = fc.oneof(
  { weight: 3, arbitrary: marks },
  { weight: 2, arbitrary: special },
  { weight: 1, arbitrary: anyText(40) },
);

/** In code points: what fits into an address, and the ellipsis. */
const MAX_REPORT_LENGTH = 2_503;

/** The text in the box: the diagnosis, the redaction of an unknown error, and whether it describes an environment. */
export const paste: Target<string> = {
  name: 'paste',
  inputs: fc.oneof(
    { weight: 60, arbitrary: joined(piece, 60) },
    { weight: 60, arbitrary: edited(fc.constantFrom(...pastes), piece) },
    {
      weight: 30,
      arbitrary: joined(fc.oneof(pieceOf(pastes, 400), piece), 20, '\n'),
    },
    { weight: 30, arbitrary: repeated(joined(piece, 3), 5_000) },
    { weight: 1, arbitrary: repeated(joined(piece, 3), 1_000_000) },
  ),
  runs: 300,
  check(text) {
    const count = text.split(/\r\n|[\n\r\u2028\u2029]/).length;
    const { findings, unknownNames } = diagnose(index, text, { findRow: () => undefined });
    for (const { name, line } of unknownNames) {
      assert.ok(name.length > 0 && name.length <= 200, `a name of ${name.length} characters`);
      assertLine(line, count);
      assertVisible(name);
    }
    assert.ok(findings.length <= 5);
    for (const { line } of findings) {
      assertLine(line.number, count);
      assertVisible(line.text);
    }
    for (const line of readPaste(text).lines) {
      assert.ok(line.text.isWellFormed(), `a lone surrogate in line ${line.number}`);
    }
    const error = readLastError(text, new Set(['numpy']));
    if (error) assertVisible(error.line);
    const report = unknownErrorReport(text);
    const length = Array.from(report.text).length;
    assert.ok(length <= MAX_REPORT_LENGTH, `a report of ${length} characters`);
    assertVisible(report.text);
    redact(text);
    looksLikeEnvironment(text);
  },
};
