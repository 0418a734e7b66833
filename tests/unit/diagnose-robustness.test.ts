import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/diagnose/build-index.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { IndexEntry } from '../../src/diagnose/index-entry.ts';

const entry = (slug: string, signature: string): IndexEntry => ({
  id: slug,
  slug,
  project: 'demo',
  title: `${slug} goes wrong in the native module`,
  symptom: 'crash',
  platforms: ['linux'],
  python: '>=3.8',
  builds: ['gil'],
  affected: [{ ecosystem: 'PyPI', package: 'demo' }],
  signatures: [signature],
  messages: [],
  text: 'It happens when the module is imported twice.',
});

const index = buildIndex([
  entry('walrus', 'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line <n>)'),
  entry(
    'unwrap',
    "RuntimeError: Linking globals named '__excinfo_unwrap_args<sha1>': symbol multiply defined!",
  ),
]);

const pieces = fc.constantFrom(
  'Traceback (most recent call last):\n',
  'Fatal Python error: __pyx_fatalerror: Acquisition count is -1',
  '  File "/a/b.py", line 1, in <module>\n',
  '\\n',
  "\\'",
  "Err(PyErr { value: '",
  '\u001b[31m',
  '\u0000',
  '\ud800',
  '│ ',
  '#0 24.51 ',
  '\r\n',
  '<<<<',
  'x'.repeat(300),
  '()[]{}*+?.\\',
);

test('any text is answered without throwing, and every finding names a line of it', () => {
  const paste = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 });
  fc.assert(
    fc.property(paste, (parts) => {
      const text = parts.join('');
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line, slug } of diagnose(index, text).findings) {
        expect(['walrus', 'unwrap']).toContain(slug);
        expect(line.number).toBeGreaterThan(0);
        expect(line.number).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['a line of a million characters', 'a'.repeat(1_000_000)],
  ['a line of a million words', 'ab '.repeat(333_333)],
  ['a million brackets', '('.repeat(1_000_000)],
  ['nested escapes', `'${'\\\\'.repeat(200_000)}n'`],
  ['a million line breaks', '\n'.repeat(1_000_000)],
  ['colour codes without end', '\u001b['.repeat(300_000)],
  ['paths without end', '/a'.repeat(500_000)],
  ['digits without end', '1.'.repeat(500_000)],
])('%s is read in under two seconds', (_name, text) => {
  const started = performance.now();
  diagnose(index, text);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('the time grows with the length: 5 MB take at most 25 times and a little of what 200 KB take', () => {
  const line =
    '2026-11-02T10:11:12.345Z  /home/jo/build/src/unit.c:12: warning: nothing of note here 0x7f12\n';
  const log = (bytes: number) => line.repeat(Math.ceil(bytes / line.length));
  const time = (text: string) => {
    const started = performance.now();
    diagnose(index, text);
    return performance.now() - started;
  };
  time(log(200_000));
  const small = Math.min(time(log(200_000)), time(log(200_000)), time(log(200_000)));
  expect(time(log(5_000_000))).toBeLessThan(25 * small + 200);
});

test('the telling line is found in the middle of a long log', () => {
  const noise = 'compiling a unit of no importance\n'.repeat(20_000);
  const text = `${noise}Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 7)\n${noise}`;
  const [finding] = diagnose(index, text).findings;
  expect(finding?.slug).toBe('walrus');
  expect(finding?.line.number).toBe(20_001);
});
