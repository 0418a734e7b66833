import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { actionScript } from '../../../../src/cli/pack/pack-action.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

test('the committed script of the Action is up to date with its source', async () => {
  for (const [name, text] of Object.entries(await actionScript(root))) {
    const isSame = readFileSync(path.join(root, 'action', name), 'utf8') === text;
    expect(isSame, `action/${name} is out of date: npm run pack -- action, then commit it`).toBe(
      true,
    );
  }
});
