import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairMojibake } from '../../../../../src/diagnosis/clean/localized/repair-mojibake.ts';
import { encodeText } from '../../../../support/encode-text.ts';

const misread = (text: string, written: string, read: string) =>
  new TextDecoder(read).decode(
    written === 'utf-8' ? new TextEncoder().encode(text) : encodeText(text, written),
  );

test.each([
  ['ImportError: 找不到指定的模块。', 'utf-8', 'windows-1252'],
  ['ImportError: 找不到指定的模块。', 'gb18030', 'windows-1252'],
  ['LINK : fatal error LNK1181: 无法打开输入文件“m.lib”', 'gb18030', 'windows-1252'],
  ['Le module spécifié est introuvable.', 'utf-8', 'windows-1252'],
  ['Не найден указанный модуль.', 'windows-1251', 'windows-1252'],
  ['指定されたモジュールが見つかりません。', 'shift_jis', 'windows-1252'],
  ['未解決の外部シンボル x', 'utf-8', 'gbk'],
  [
    'Datei "m.lib" kann nicht geöffnet werden: nicht aufgelöstes externes Symbol',
    'utf-8',
    'windows-1252',
  ],
])('%s, written in %s and read as %s', (text, written, read) => {
  expect(repairMojibake(misread(text, written, read))).toBe(text);
});

test('ordinary text is never altered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(repairMojibake(text)).toBeUndefined();
    }),
  );
  for (const text of ['café', '联通', 'größer', '找不到指定的模块。', '段错误', 'Ошибка']) {
    expect(repairMojibake(text)).toBeUndefined();
  }
});
