import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, MAX_LOG_BYTES, readLog } from '../../../../src/domain/text/decode-text.ts';
import { encodeText } from '../../../support/encode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('Unicode, with and without a byte-order mark', () => {
  const text = 'python : Traceback (most recent call last):\r\nImportError: ‘x’ 错误\r\n';
  test.each([
    ['utf-8', utf8(text)],
    ['utf-8', utf8(`\ufeff${text}`)],
    ['utf-16le', utf16(text)],
    ['utf-16le', utf16(`\ufeff${text}`)],
    ['utf-16be', utf16(text).swap16()],
    ['utf-16be', utf16(`\ufeff${text}`).swap16()],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });
});

describe('encodings of old consoles', () => {
  test.each([
    ['gb18030', 'ImportError: DLL load failed while importing _x: 找不到指定的模块。'],
    ['gb18030', 'a.c(3): fatal error C1083: 无法打开包括文件: “io.h”: No such file or directory'],
    ['gb18030', '段错误'],
    ['shift_jis', 'ImportError: DLL load failed: 指定されたモジュールが見つかりません。'],
    ['shift_jis', 'a.obj : error LNK2019: 未解決の外部シンボル memset が関数 f で参照されました'],
    ['big5', 'ImportError: DLL load failed: 找不到指定的模組。'],
    ['big5', "LINK : fatal error LNK1181: 無法開啟輸入檔 'm.lib'"],
    ['euc-kr', 'ImportError: DLL load failed: 지정된 모듈을 찾을 수 없습니다.'],
    ['euc-kr', 'error LNK2001: 확인할 수 없는 외부 기호 f'],
    ['windows-1251', 'ImportError: DLL load failed: Не найден указанный модуль.'],
    ['windows-1251', 'LINK : fatal error LNK1104: не удается открыть файл "m.lib"'],
    ['ibm866', 'ImportError: DLL load failed: Не найден указанный модуль.'],
    ['ibm866', 'Системе не удается найти указанный путь.'],
    ['windows-1252', 'Datei (Include) kann nicht geöffnet werden: "io.h"'],
    ['windows-1252', 'ImportError: DLL load failed: Le module spécifié est introuvable.'],
    ['windows-1252', 'Não foi possível encontrar o módulo especificado.'],
  ])('%s: %s', (encoding, text) => {
    expect(decodeText(encodeText(text, encoding))).toEqual({ text, encoding });
    const afterPlainLines = `${'building _x\n'.repeat(5_000)}${text}\n`;
    expect(decodeText(encodeText(afterPlainLines, encoding))?.text).toBe(afterPlainLines);
  });

  test('a stray byte in UTF-8 does not change the encoding', () => {
    const bytes = Buffer.concat([utf8('错误：没有那个文件或目录\n'), Uint8Array.of(0xff)]);
    expect(decodeText(bytes)).toEqual({
      text: '错误：没有那个文件或目录\n\ufffd',
      encoding: 'utf-8',
    });
  });
});

describe('data that is not text', () => {
  test.each([
    ['an ELF file', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 3, 0, 0x3e]],
    ['a Windows program', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]],
    ['a wheel', [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0]],
    ['a gzip file', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
    ['many control characters', [1, 2, 3, 0x41, 0x42, 5, 6, 0]],
  ])('%s', (_name, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
  });

  test('a log with a few zeros and colors is text', () => {
    const text = `${'\u001b[31mERROR\u001b[0m: failed\r\n'.repeat(20)}\0\0\0`;
    expect(decodeText(utf8(text))?.text).toBe(text);
  });

  test('any bytes are read without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(['string', 'undefined']).toContain(typeof decodeText(bytes)?.text);
      }),
    );
  });
});

describe('a large log', () => {
  const line = 'copying numpy/core/tests/x.py -> build\n';
  const middle = line.repeat(Math.ceil(MAX_LOG_BYTES / line.length) + 50_000);

  test('of up to 5 MB is read whole', async () => {
    expect(await readLog(new Blob(['first\nlast']))).toEqual({
      text: 'first\nlast',
      encoding: 'utf-8',
      leftOut: 0,
    });
  });

  test.each([
    ['UTF-8', (text: string) => new Blob([text])],
    ['UTF-16', (text: string) => new Blob([new Uint8Array(utf16(`\ufeff${text}`))])],
  ])('is read at both ends, in whole lines: %s', async (_name, blobOf) => {
    const log = await readLog(blobOf(`first\n${middle}错误 last`));
    const lines = log?.text.split('\n') ?? [];
    expect([lines[0], lines.at(-1)]).toEqual(['first', '错误 last']);
    const others = new Set(lines.slice(1, -1));
    const note = `[... ${((log?.leftOut ?? 0) / 1_000_000).toFixed(1)} MB left out ...]`;
    expect(others).toEqual(new Set([line.trim(), note]));
  });

  test('that is not text is not read', async () => {
    expect(
      await readLog(new Blob([Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), middle])),
    ).toBeUndefined();
  });
});
