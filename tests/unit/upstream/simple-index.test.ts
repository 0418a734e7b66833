import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortReleases } from '../../../src/domain/releases/releases.ts';
import { parseProjectPage } from '../../../src/upstream/simple-index.ts';
import { simplePage } from '../../support/upstream-shapes.ts';

const releasesOf = (...page: Parameters<typeof simplePage>) =>
  parseProjectPage(page[0], simplePage(...page).body);

test('a release has the day of its first file, the Python it asks for, and its wheels; the oldest version comes first', () => {
  expect(
    releasesOf(
      'demo',
      ['1.10.0', '1.9.0', '1.10.0rc1'],
      [
        ['demo-1.10.0-cp313-cp313-win_amd64.whl', '2026-02-03', { 'requires-python': '>=3.10' }],
        ['demo-1.10.0.tar.gz', '2026-02-01', { 'requires-python': '>=3.10' }],
        ['demo-1.9.0.tar.gz', '2025-02-01'],
        ['demo-1.10.0rc1.tar.gz', '2026-01-20', { 'requires-python': ' >=3.10 ' }],
      ],
    ),
  ).toEqual([
    { version: '1.9.0', day: '2025-02-01', wheels: [] },
    { version: '1.10.0rc1', day: '2026-01-20', requires_python: '>=3.10', wheels: [] },
    { version: '1.10.0', day: '2026-02-01', requires_python: '>=3.10', wheels: ['3.13'] },
  ]);
});

describe('the version is read from the names of files as they have been written over the years', () => {
  test.each([
    ['pyyaml', 'PyYAML-3.10.win32-py2.5.exe', ['3.1', '3.10'], '3.10'],
    ['numpy', 'numpy-1.3.0-win32-superpack-python2.5.exe', ['1.3.0', '1.3'], '1.3.0'],
    ['cython', 'Cython-0.14.1rc1.win32-py2.7.exe', ['0.14', '0.14.1rc1'], '0.14.1rc1'],
    ['setuptools', 'setuptools-0.6c11-py2.7.egg', ['0.6c11'], '0.6rc11'],
    ['setuptools-rust', 'setuptools_rust-1.2.0-py3-none-any.whl', ['1.2.0'], '1.2.0'],
    ['setuptools-rust', 'setuptools-rust-0.9.0.tar.gz', ['0.9.0'], '0.9.0'],
    ['scikit-build-core', 'scikit.build_core-0.1.0b2.zip', ['0.1.0b2'], '0.1.0b2'],
    ['demo', 'demo-1.0-beta1.tar.gz', ['1.0-beta1'], '1.0b1'],
    ['demo', 'demo-1.0.post1-1-py3-none-any.whl', ['1.0.post1'], '1.0.post1'],
  ])('%s: %s', (name, filename, versions, expected) => {
    const releases = releasesOf(name, versions, [[filename, '2020-01-01']]);
    expect(releases?.map(({ version }) => version)).toEqual([expected]);
  });
});

test('without a list of versions those of wheels and source archives count (PEP 691 before PEP 700)', () => {
  const files = ['demo-1.0.tar.gz', 'demo-1.0.win32-py2.5.exe', 'demo-1.1-py3-none-any.whl'].map(
    (filename) => ({ filename, url: 'https://files.example/', hashes: {} }),
  );
  expect(parseProjectPage('demo', { meta: { 'api-version': '1.0' }, files })).toEqual([
    { version: '1.0', wheels: [] },
    { version: '1.1', wheels: 'any' },
  ]);
});

test('a release is withdrawn when all of its files are, with or without a reason', () => {
  const releases = releasesOf(
    'demo',
    ['1.0', '1.1', '1.2'],
    [
      ['demo-1.0.tar.gz', '2020-01-01', { yanked: 'broken' }],
      ['demo-1.0-py3-none-any.whl', '2020-01-01', { yanked: true }],
      ['demo-1.1.tar.gz', '2020-02-01', { yanked: true }],
      ['demo-1.1-py3-none-any.whl', '2020-02-01', { yanked: false }],
      ['demo-1.2.tar.gz', '2020-03-01', { yanked: '' }],
    ],
  );
  expect(releases?.map(({ yanked }) => yanked)).toEqual([true, undefined, undefined]);
});

test('what no installer takes is left out: other versions, other packages, releases without files, odd specifiers', () => {
  expect(
    releasesOf(
      'demo',
      ['2004d', '1.0', '1.1', '1.2+local'],
      [
        ['demo-2004d.tar.gz', '2004-01-01'],
        ['demo-1.0.tar.gz', '2020-01-01', { 'requires-python': 'three' }],
        ['demo-1.2+local-py3-none-any.whl', '2020-01-01'],
        ['demolition-1.1.tar.gz', '2020-01-01'],
        ['demo-1.1.1.dev3.win32-py2.4.exe', '2020-01-01'],
        ['README', '2020-01-01'],
      ],
    ),
  ).toEqual([{ version: '1.0', day: '2020-01-01', wheels: [] }]);
});

test('whatever an index answers, what comes back is nothing, or releases in order', () => {
  const files = fc.array(
    fc.record({
      filename: fc.oneof(
        fc.string(),
        fc.stringMatching(/^demo[-_.][0-9a-z.+!-]{0,12}(\.tar\.gz|-py3-none-any\.whl|\.exe)$/),
      ),
      'upload-time': fc.oneof(fc.string(), fc.constant('2020-01-01T00:00:00Z')),
      'requires-python': fc.oneof(fc.string(), fc.constant(null)),
      yanked: fc.oneof(fc.boolean(), fc.string()),
    }),
  );
  const versions = fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.]{1,8}(rc1)?$/)));
  const page = fc.oneof(fc.anything(), fc.record({ files, versions }), fc.record({ files }));
  fc.assert(
    fc.property(page, (answer) => {
      const releases = parseProjectPage('demo', answer);
      if (releases !== undefined) expect(sortReleases('PyPI', releases)).toEqual(releases);
    }),
  );
});
