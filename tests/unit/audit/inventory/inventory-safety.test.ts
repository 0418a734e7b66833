import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_LISTED, MAX_PACKAGES, MAX_TEXT_LENGTH } from '../../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../../src/audit/inventory/read-inventory.ts';
import { fill, time } from '../../../support/linear-time.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/environments');
const fixtures = readdirSync(FOLDER).map((file) => readFileSync(path.join(FOLDER, file), 'utf8'));
const lines = [...new Set(fixtures.flatMap((text) => text.split('\n')))];

const awkward = fc.constantFrom(
  '[[package]]',
  'version = 1',
  '[',
  '[{',
  '{"a": [',
  '"""',
  "x = '''",
  'name:',
  'dependencies:',
  '- pip:',
  '# platform: linux-64',
  '@EXPLICIT',
  'Package Version',
  '# Name Version Build Channel',
  'Extension modules: ',
  'Build Dependencies:',
  'Platform: "linux"',
  '__proto__==1.0',
  'constructor = 1',
  '\\',
  '\ud800',
  '\0',
);

const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines) },
  { weight: 3, arbitrary: awkward },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const names = ['uv.lock', 'requirements.txt', 'environment.yml', 'Cargo.lock', '__proto__'];

test('whatever is read, it answers, with lines that exist', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 60 }),
      fc.option(fc.constantFrom(...names), { nil: undefined }),
      (parts, name) => {
        const text = parts.join('\n');
        const count = text.split(/\r\n|[\n\r]/).length;
        const inventory = readInventory([{ text, name }]);
        const places = [
          ...inventory.packages.flatMap((one) => one.places),
          ...inventory.recognized,
          ...inventory.notUnderstood,
          ...inventory.notFollowed,
          ...inventory.broken,
        ];
        for (const { line: number, file } of places) {
          expect(file).toBe(name);
          expect(number).toBeGreaterThan(0);
          expect(number).toBeLessThanOrEqual(count);
        }
        let last = 0;
        for (const part of inventory.recognized) {
          expect(part.line).toBeGreaterThan(last);
          expect(part.lastLine).toBeGreaterThanOrEqual(part.line);
          last = part.lastLine;
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('what stands around a list does not change what it says', { timeout: 60_000 }, () => {
  const list = 'Package Version\n------- -------\nnumpy   2.1.3\nnumba   0.61.0\n';
  const noise = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      // Prose: nothing that opens a value over several lines.
      const prose = (texts: string[]) => texts.map((text) => `* ${text.replace(/[\r\n]/g, ' ')}`);
      const text = [...prose(before), list, ...prose(after)].join('\n');
      const { packages } = readInventory([{ text }]);
      expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual([
        'numpy 2.1.3',
        'numba 0.61.0',
      ]);
    }),
    { numRuns: 300 },
  );
});

const units: Record<string, (at: number) => string> = {
  'a freeze': (at) => `package-${at}==1.${at}.0\n`,
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
  'a lock file': (at) => `[[package]]\nname = "p${at}"\nversion = "1.${at}"\n\n`,
  'lock files': () => 'version = 1\n[[package]]\nname = "p"\nversion = "1"\n',
  'TOML that is broken': () => '[[package]]\nname = [\n]\n]\n',
  'tables that open': () => '[[package]]\n',
  'quotes of TOML': () => '[metadata]\nx = """\n',
  'environment files': () => 'name: x\n',
  'lists of dependencies': () => 'dependencies:\n- pip:\n  - x\n',
  'headers of conda': () => '# packages in environment at x:\n#\n',
  'rows of conda': (at) => `p${at} 1.0 py_0 conda-forge\n`,
  'rows of pip': (at) => `p${at}   1.0\n`,
  'no rows of pip': () => 'p   1\n',
  'headers of pip': () => 'Package Version\n',
  'crashes without an end': () => 'Extension modules: numpy.core, x.y\n',
  'modules without an end': () => 'Extension modules: ',
  'settings of NumPy': () => 'Build Dependencies:\n  x:\n',
  'settings of old NumPy': () => 'blas_info:\n',
  'runtime of NumPy': () => "[{'numpy_version': '1.0'\n  'python': '3.13.0 (main\n",
  'settings of Python': () => 'Platform: "x"\n\tPy_DEBUG = "1"\n',
  versions: () => 'Python 3.13.0 (main, x) [GCC\n',
  spaces: () => ' \t',
};

/** Long lists of packages fill the caches of the machine; quadratic time would be 25 times as much. */
const ALLOWED = 5;

describe('500 KB take as long as 20 KB 25 times over', () => {
  test.each(Object.entries(units))(
    '%s',
    (_name, unit) => {
      const short = fill(unit, 20_000);
      const long = fill(unit, 500_000);
      const often = time(() => {
        for (let run = 0; run < 25; run++) readInventory([{ text: short }]);
      });
      const once = time(() => readInventory([{ text: long }]));
      expect(once).toBeLessThan(ALLOWED * Math.max(often, 20));
    },
    120_000,
  );
});

describe('bounds', () => {
  test('no more packages than can be looked through', () => {
    const text = fill((at) => `p${at}==1.0\n`, 400_000);
    const { packages, isTruncated } = readInventory([{ text }]);
    expect([packages.length, isTruncated]).toEqual([MAX_PACKAGES, true]);
  });

  test('no more of a text than it may be long', () => {
    const text = `${' '.repeat(MAX_TEXT_LENGTH)}\nnumpy==1.0`;
    expect(readInventory([{ text }])).toMatchObject({ packages: [], isTruncated: true });
  });

  test('no more lines listed than can be read', () => {
    const { notUnderstood, notUnderstoodCount, notFollowed } = readInventory([
      { text: `${'no requirement!\n'.repeat(1_000)}${'-r other.txt\n'.repeat(1_000)}` },
    ]);
    expect([notUnderstood.length, notUnderstoodCount]).toEqual([MAX_LISTED, 1_000]);
    expect(notFollowed).toHaveLength(MAX_LISTED);
  });

  test('names of prototypes are names', () => {
    const { packages } = readInventory([{ text: '__proto__==1.0\nx==2\nconstructor==3' }]);
    expect(packages.map(({ name }) => name)).toEqual(['x', 'constructor']);
    const json = '[{"name": "__proto__", "version": "1.0", "__proto__": {"version": "2"}}]';
    expect(readInventory([{ text: json }]).packages).toMatchObject([
      { name: '__proto__', version: '1.0' },
    ]);
  });
});
