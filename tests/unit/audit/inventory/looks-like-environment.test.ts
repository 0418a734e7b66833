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
  ['sys.version', '3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]'],
  [
    'sys.version of conda',
    '3.11.4 | packaged by conda-forge | (main, Jun 10 2023, 18:08:17) [GCC 12.2.0]',
  ],
  [
    'NumPy’s issue template',
    '1.24.1\n3.11.1 (tags/v3.11.1:a7a450f, Dec  6 2022, 19:58:39) [MSC v.1934 64 bit (AMD64)]',
  ],
  ['a quoted list', '> Package Version\n> ------- -------\n> numpy   1.26.4\n'],
  [
    'rows of conda',
    'python  3.11.4  hab00c5b_0_cpython  conda-forge\nnumpy  1.24.4  py311h64a7726_0  conda-forge\n',
  ],
  ['rows of pip with a folder', 'numpy  1.26.4\ndemo  0.1.dev0  /home/user/demo\n'],
  [
    'a list of pip 9',
    'DEPRECATION: The default format will switch.\nnumpy (1.19.5)\nsix (1.16.0)\n',
  ],
  ['environment.yml', 'name: demo\ndependencies:\n  - python=3.11.*\n  - numpy=1.26.4\n'],
  [
    'addresses',
    'numpy @ https://example.org/numpy-1.26.4.tar.gz\nhttps://example.org/numba-0.57.1.tar.gz\n',
  ],
  [
    'what pip installed',
    'Collecting numpy\n  Downloading numpy-1.26.4.whl (18 MB)\nSuccessfully installed numpy-1.26.4\n',
  ],
  ['what uv installed', 'Resolved 1 package in 5ms\nInstalled 1 package in 2ms\n + numpy==2.1.0\n'],
  ['requirements with words among them', 'numpy\nscipy\nnumba==0.60.0\ncython==3.0.11\n'],
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
  [
    'a log of journald',
    'Nov 28 10:01:02 host docker[1234]: OpenBLAS blas_thread_init: pthread_create failed\nNov 28 10:01:02 host docker[1234]: OpenBLAS blas_thread_init: RLIMIT_NPROC -1 current, -1 max\n',
  ],
  ['a log with times', 'worker 10.5 started\nworker 11.2 failed to import numpy\n'],
  [
    'a log of a compiler',
    'gcc 12.2.0 x\nnumpy 1.26.4\nsrc/a.c:1:10: fatal error: Python.h: No such file\n',
  ],
  [
    'a session that crashed',
    'Python 3.12.1 (main, Dec  8 2023, 05:40:51) [GCC 13.2.0] on linux\n>>> import numpy\nSegmentation fault (core dumped)\n',
  ],
  [
    'a session',
    'Python 3.12.1 (main, Dec  8 2023, 05:40:51) [GCC 13.2.0] on linux\nType "help" for more.\n>>> f(1)\n42\n',
  ],
  ['what a program prints about versions', 'Python 3.11.7 Numba 0.63.1\nwant 9 got 8\n'],
  [
    'a list before an error',
    'numpy==1.26.4\nnumba==0.60.0\nImportError: numpy.core.multiarray failed to import\n',
  ],
  [
    'an installation that failed',
    'Collecting numpy\nERROR: No matching distribution found for numpy\n',
  ],
  ['a number', '2.4.6'],
  ['words', 'numpy segfault\nafter upgrade\n'],
  ['a question about versions', 'numpy 2.0 with numba 0.59'],
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
