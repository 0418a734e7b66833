import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksLikeEnvironment } from '../../../../src/audit/inventory/looks-like-environment.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures');

test.each([
  ['a freeze', 'numpy==1.26.4\nscipy==1.11.0\n'],
  [
    'requirements with markers',
    '# ours\nnumpy>=1.26,<2 ; python_version < "3.13"\ncython==3.0.9  # why\n',
  ],
  ['pip list', 'Package    Version\n---------- -------\nnumpy      1.26.4\n'],
  [
    'conda list',
    '# packages in environment at /opt/conda:\n#\nnumpy 1.26.4 py312h 0 conda-forge\n',
  ],
  ['a lock file', 'version = 1\n\n[[package]]\nname = "numpy"\nversion = "1.26.4"\n'],
  ['JSON', '[{"name": "numpy", "version": "1.26.4"}]'],
  ['the modules of a crash', 'Extension modules: numpy.core._multiarray_umath, cv2 (total: 2)'],
  ['the version of Python', 'Python 3.12.1 (main, Dec  8 2023, 05:40:51) [GCC 13.2.0]'],
])('%s says what is installed', (_, text) => {
  expect(looksLikeEnvironment(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a question', 'numpy crashes'],
  ['one package', 'numpy==1.26.4'],
  ['an error', "ImportError: cannot import name 'x'\nnumpy==1.26.4"],
  [
    'a log of pip',
    'Collecting numpy==1.26.4\n  Downloading numpy-1.26.4.tar.gz (15.8 MB)\nerror: subprocess-exited-with-error\n',
  ],
  ['a crash with its modules', 'Fatal Python error: Segmentation fault\nExtension modules: numpy'],
])('%s does not', (_, text) => {
  expect(looksLikeEnvironment(text)).toBe(false);
});

describe('the files of environments and errors that the tests have', () => {
  const environments = path.join(fixtures, 'environments');
  // A whole crash is diagnosed; its line of modules alone is an environment (see above).
  const files = readdirSync(environments, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(environments, file))
    .filter((file) => statSync(file).isFile() && !/(?:README\.md|crash\.txt)$/.test(file));

  test.each(files.map((file) => [path.relative(environments, file), file]))('%s', (_, file) => {
    expect(looksLikeEnvironment(readFileSync(file, 'utf8'))).toBe(true);
  });

  test('no error is taken for an environment', () => {
    const pastes = ['known', 'unrelated'].flatMap((name) =>
      readFileSync(path.join(fixtures, 'pastes', `${name}.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { paste: string }).paste),
    );
    expect(pastes.filter(looksLikeEnvironment)).toEqual([]);
  });
});
