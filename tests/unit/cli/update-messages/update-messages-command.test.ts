import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { updateMessagesCommand } from '../../../../src/cli/update-messages/update-messages-command.ts';
import { folderWith } from '../../../support/folder.ts';
import { libraryWith } from '../../../support/library-copy.ts';
import { testContext } from '../../../support/mock-server.ts';

/** Compiles a catalog as `msgfmt` does. */
function compile(messages: Record<string, string>): Buffer {
  const rows = Object.entries(messages);
  const tables = Buffer.alloc(28 + rows.length * 16);
  tables.writeUInt32LE(0x950412de, 0);
  tables.writeUInt32LE(rows.length, 8);
  tables.writeUInt32LE(28, 12);
  tables.writeUInt32LE(28 + rows.length * 8, 16);
  const texts: Buffer[] = [];
  let end = tables.length;
  for (const side of [0, 1] as const) {
    for (const [index, row] of rows.entries()) {
      const text = Buffer.from(`${row[side]}\0`);
      const place = 28 + side * rows.length * 8 + index * 8;
      tables.writeUInt32LE(text.length - 1, place);
      tables.writeUInt32LE(end, place + 4);
      texts.push(text);
      end += text.length;
    }
  }
  return Buffer.concat([tables, ...texts]);
}

async function run(args: string[], root: string) {
  const context = testContext(root);
  const status = await updateMessagesCommand(args, context);
  return { status, err: context.stderr.text };
}

test('writes the wanted messages of all catalogs, in the same way each time', async () => {
  const catalogs = folderWith({
    'de/LC_MESSAGES/gcc-12.mo': compile({
      'error: ': 'Fehler: ',
      'implicit declaration of function %qE': 'Implizite Deklaration der Funktion %qE',
      'some other message': 'eine andere Meldung',
    }),
    'zh_CN/LC_MESSAGES/libc.mo': compile({ 'No such file or directory': '没有那个文件或目录' }),
    'xx/LC_MESSAGES/libc.mo': compile({ 'No such file or directory': 'Xx xxxxxxx' }),
  });
  const root = libraryWith();
  mkdirSync(path.join(root, 'src/diagnosis/clean/localized'), { recursive: true });
  const read = (file: string) =>
    readFileSync(path.join(root, 'src/diagnosis/clean/localized', file), 'utf8');
  expect(await run([catalogs], root)).toMatchObject({ status: 0, err: '' });
  const written = [read('localized-messages.ts'), read('foreign-words.ts')];
  expect(written[0]).toContain("\nimplicit declaration of function '%1'\n");
  expect(written[0]).toContain("\nImplizite Deklaration der Funktion '%1'\n");
  expect(written[0]).toContain('没有那个文件或目录');
  expect(written[0]).not.toMatch(/andere Meldung|Xx/);
  expect(written[1]).toContain('Fehler');
  await run([catalogs], root);
  expect([read('localized-messages.ts'), read('foreign-words.ts')]).toEqual(written);
});

test('refuses to run without catalogs', async () => {
  const root = libraryWith();
  expect(await run([], root)).toMatchObject({ status: 2 });
  expect((await run(['/nowhere'], root)).err).toContain(
    '/nowhere: no <language>/LC_MESSAGES/<program>.mo',
  );
});
