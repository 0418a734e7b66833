import { describe, test } from 'vitest';
import { readInventory } from '../../src/audit/inventory/read-inventory.ts';
import { looksLikeEnvironment } from '../../src/audit/inventory/looks-like-environment.ts';
import { expectLinearTime, textOf } from './linear-time.ts';

const units: Record<string, (at: number) => string> = {
  'a freeze': (index) => `package-${index}==1.${index}.0\n`,
  words: () => 'word\n',
  options: () => '--option\n',
  comments: () => '# platform: linux-64\n',
  'comments of conda': () => '# This file may be used to create an environment using:\n',
  'empty lines': () => '\n',
  'one line': () => 'numpy==1.0 ',
  'one line of names': () => 'a-1.',
  'continued lines': () => 'numpy==1.0 \\\n',
  'brackets that open': () => '[\n',
  'objects that open': () => '{"a": [\n',
  'texts that open': () => '{"a\n',
  'lists of JSON': () => '[{"name": "x", "version": "1.0"}]\n',
  'a lock file': (index) => `[[package]]\nname = "p${index}"\nversion = "1.${index}"\n\n`,
  'lock files': () => 'version = 1\n[[package]]\nname = "p"\nversion = "1"\n',
  'TOML that is broken': () => '[[package]]\nname = [\n]\n]\n',
  'tables that open': () => '[[package]]\n',
  'quotes of TOML': () => '[metadata]\nx = """\n',
  'environment files': () => 'name: x\n',
  'lists of dependencies': () => 'dependencies:\n- pip:\n  - x\n',
  'headers of conda': () => '# packages in environment at x:\n#\n',
  'rows of conda': (index) => `p${index} 1.0 py_0 conda-forge\n`,
  'rows of pip': (index) => `p${index}   1.0\n`,
  'no rows of pip': () => 'p   1\n',
  'headers of pip': () => 'Package Version\n',
  'crashes without an end': () => 'Extension modules: numpy.core, x.y\n',
  'modules without an end': () => 'Extension modules: ',
  'settings of NumPy': () => 'Build Dependencies:\n  x:\n',
  'settings of old NumPy': () => 'blas_info:\n',
  'runtime of NumPy': () => "[{'numpy_version': '1.0'\n  'python': '3.13.0 (main\n",
  'settings of Python': () => 'Platform: "x"\n\tPy_DEBUG = "1"\n',
  versions: () => 'Python 3.13.0 (main, x) [GCC\n',
  'rows that are padded': () => 'p   1.0   x   \n',
  'rows of pip 9': (index) => `p${index} (1.0)\n`,
  'a list with other lines in it': () => 'Package Version\np 1.0\nx y\n',
  'conditions that are long': () => 'numpy==1.0 ; (os_name == "nt" or python_version < "3.9")\n',
  'one condition': (index) =>
    index === 0 ? 'numpy==1.0 ; os_name == "nt"' : ' or os_name == "nt"',
  'parentheses of conditions': (index) => (index === 0 ? 'numpy==1.0 ; ' : '('),
  quotations: () => '> > x\n',
  'a lock file of conda': (index) =>
    `package:\n- name: p${index}\n  version: 1.0\n  platform: linux-64\n`,
  'a lock file of pixi': (index) =>
    `${index === 0 ? 'version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n' : ''}      - pypi: https://x/p${index}-1.0-py3-none-any.whl\n`,
  'keys of lock files': () => 'version: 1\n',
  'installed versions': () => 'INSTALLED VERSIONS\n------\nnumpy: 1.0\n',
  'fields without an end': () => 'System:\n  python: 3.9\n',
  'reports of Numba': () => `System info:\n${'-'.repeat(30)}\n`,
  'reports of PyTorch': () => 'Collecting environment information...\n',
  'downloads of pip': () => 'Collecting x\n',
  'installations of pip': () => 'Successfully installed a-1.0 b-2.0\n',
  'debug output of pip': () => 'sys.version: 3\n',
  'versions of Python': () => '3.11.7 (main, May  9 2026, x) [GCC\n',
  'versions of NumPy': () => '1.26.4\n',
  spaces: () => ' \t',
};

describe('readInventory takes linear time on', () => {
  test.each(Object.entries(units))('%s', (_name, unit) => {
    expectLinearTime({
      text: (length) => textOf(unit, length),
      read: (text) => readInventory([{ text }]),
      short: 20_000,
      long: 500_000,
      // Long lists of packages do not fit the processor's cache.
      tolerance: 5,
    });
  });
});

describe('looksLikeEnvironment takes linear time on', () => {
  test.each(Object.entries(units))('%s', (_name, unit) => {
    expectLinearTime({
      text: (length) => textOf(unit, length),
      read: looksLikeEnvironment,
      short: 20_000,
      long: 500_000,
      tolerance: 5,
    });
  });
});
