import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortReleases } from '../../../src/domain/releases/releases.ts';
import { cratePath, parseCrateFile } from '../../../src/upstream/crate-index.ts';
import { crateLine } from '../../support/upstream-shapes.ts';

test.each([
  ['a', '1/a'],
  ['cc', '2/cc'],
  ['syn', '3/s/syn'],
  ['pyo3', 'py/o3/pyo3'],
  ['pyo3-build-config', 'py/o3/pyo3-build-config'],
])('the file of %s is %s', (name, path) => {
  expect(cratePath(name)).toBe(path);
});

test('a file has a release a line, in the order of publication', () => {
  const text = [
    crateLine('0.10.0', { pubtime: '2026-02-01T23:30:00Z' }),
    crateLine('0.9.1', { yanked: true }),
    crateLine('0.10.0-beta.1', { pubtime: null }),
    '',
  ].join('\n');
  expect(parseCrateFile(text)).toEqual([
    { version: '0.9.1', yanked: true },
    { version: '0.10.0-beta.1' },
    { version: '0.10.0', day: '2026-02-01' },
  ]);
});

test.each(['<html>', '{"vers": 1}', crateLine('v1.0.0'), '[]\n[]'])(
  '%s is not such a file',
  (text) => {
    expect(parseCrateFile(text)).toBeUndefined();
  },
);

test('whatever an index answers, what comes back is nothing, or releases in order', () => {
  const vers = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9]\.[0-9]\.[0-9](-rc\.[0-9])?(\+[a-z])?$/),
  );
  const line = fc.oneof(
    fc.string(),
    fc.record({ vers, yanked: fc.boolean(), pubtime: fc.string() }).map((it) => JSON.stringify(it)),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const releases = parseCrateFile(lines.join('\n'));
      if (releases !== undefined) expect(sortReleases('crates.io', releases)).toEqual(releases);
    }),
  );
});
