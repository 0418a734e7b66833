import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { MAX_LISTED, type SourceText } from '../../../src/audit/inventory/inventory.ts';
import { readInventory } from '../../../src/audit/inventory/read-inventory.ts';
import { root } from '../../support/root.ts';
import { anyText, edited, joined, pieceOf, repeated, special } from '../hostile-text.ts';
import { assertLine, type Target } from '../target.ts';

const folder = path.join(root, 'tests/fixtures/environments');
const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
const lines = [...new Set(files.flatMap((text) => text.split('\n')))];

const syntax = fc.constantFrom(
  ...[
    '[[package]]',
    'version = 1',
    '[',
    ']',
    '{',
    '}',
    '[{',
    '{"a": [',
    '"""',
    "x = '''",
    '= ',
    ',',
  ],
  ...['name:', 'dependencies:', '- pip:', '# platform: linux-64', '@EXPLICIT', 'Package Version'],
  ...['# Name Version Build Channel', 'Extension modules: ', 'Build Dependencies:', '-r x.txt'],
  ...['Platform: "linux"', '__proto__==1.0', 'constructor = 1', '\\', '1e999', '==', ' ; ', ' @ '],
  ...['INSTALLED VERSIONS', 'System:', 'System info:', '-'.repeat(40), 'version: 6', 'package:'],
  ...['environments:', '- name: x', '- conda: ', '      linux-64:', '__Installed Packages__', '> '],
  ...['Collecting environment information...', 'Versions of relevant libraries:', '[pip3] '],
  ...[
    'Successfully installed ',
    'sys.version: 3',
    '3.11.7 (main, May  9 2026, ',
    '1.26.4',
    ' ; os_name',
  ],
  ...['\n', '\n\n', '  ', '# ', '--hash=sha256:', '[metadata]', '0x', "[{'numpy_version': '1.0'"],
);

const token = fc.oneof({ weight: 3, arbitrary: syntax }, special);

const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines) },
  { weight: 3, arbitrary: token },
  { weight: 2, arbitrary: anyText(30) },
);

const text = fc.oneof(
  { weight: 20, arbitrary: joined(line, 60, '\n') },
  { weight: 20, arbitrary: edited(fc.constantFrom(...files), token) },
  { weight: 10, arbitrary: joined(fc.oneof(pieceOf(files, 600), token), 8) },
  { weight: 10, arbitrary: repeated(joined(line, 3, '\n'), 5_000) },
  { weight: 1, arbitrary: repeated(joined(line, 3, '\n'), 300_000) },
);

const names = [
  ...['uv.lock', 'requirements.txt', 'environment.yml', 'Cargo.lock', 'pixi.lock', '__proto__'],
  'setup.cfg',
];

/** Lists of packages, lock files and descriptions of interpreters, with the name of the file or as a paste. */
export const inventory: Target<SourceText> = {
  name: 'inventory',
  inputs: fc.record({ text, name: fc.constantFrom(...names) }, { requiredKeys: ['text'] }),
  runs: 500,
  check(source) {
    const count = source.text.split(/\r\n|[\n\r]/).length;
    const read = readInventory([source]);
    const { packages, recognized, notUnderstood, notFollowed, broken } = read;
    const places = packages.flatMap((one) => one.places);
    for (const place of [...places, ...recognized, ...notUnderstood, ...notFollowed, ...broken]) {
      assert.equal(place.file, source.name);
      assertLine(place.line, count);
    }
    let last = 0;
    for (const part of recognized) {
      assert.ok(part.line > last && part.lastLine >= part.line, 'overlapping blocks');
      last = part.lastLine;
    }
    assertLine(last || 1, count);
    assert.ok(read.understoodCount + read.notUnderstoodCount <= count, 'more lines than the text');
    assert.ok(notUnderstood.length <= MAX_LISTED && notFollowed.length <= MAX_LISTED);
    for (const { text: shown } of [...notUnderstood, ...notFollowed]) {
      assert.ok(shown.length < 300, `a listed line of ${shown.length} characters`);
    }
    for (const { message } of broken) {
      assert.ok(message.length < 300, `a message of ${message.length} characters`);
    }
  },
};
