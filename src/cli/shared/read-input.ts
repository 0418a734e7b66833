import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText, MAX_LOG_BYTES, readLog, type ReadLog } from '../../domain/text/decode-text.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import type { BaseContext } from './command-context.ts';
import { fileErrorReason } from './file-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a text in any encoding from a file that the caller named, or from the standard input.
 *
 * @param file relative to `context.root`; `undefined` for the standard input
 * @throws {UsageError} when the file cannot be read or is not text
 */
export async function readTextInput(
  file: string | undefined,
  context: BaseContext,
): Promise<string> {
  const decoded = decodeText(await readBytes(file, context));
  if (!decoded) throw binaryError(file);
  return decoded.text;
}

/**
 * Reads a log; of one larger than 5 MB the beginning and the end, which the error stream then says.
 *
 * @param file as for `readTextInput`
 * @throws {UsageError} when the file cannot be read or is not text
 */
export async function readLogInput(
  file: string | undefined,
  context: BaseContext,
  language: Locale,
): Promise<ReadLog> {
  const log = await readLog(new Blob([new Uint8Array(await readBytes(file, context))]));
  if (!log) throw binaryError(file);
  if (log.leftOut > 0) {
    const megabytes = (log.leftOut / 1_000_000).toFixed(1);
    const half = MAX_LOG_BYTES / 2_000_000;
    const remark = {
      en: `Only the first and the last ${half} MB were read; ${megabytes} MB between them were left out.`,
      zh: `只读取了开头和结尾各 ${half} MB；中间的 ${megabytes} MB 没有读取。`,
    };
    context.stderr.write(`${remark[language]}\n`);
  }
  return log;
}

const binaryError = (file?: string) =>
  new UsageError({
    en: `${file ?? 'standard input'}: this is binary data, not text; name a log or a text file.`,
    zh: `${file ?? '标准输入'}：这是二进制数据，不是文本；请给出日志或文本文件。`,
  });

async function readBytes(file: string | undefined, { root, stdin }: BaseContext): Promise<Buffer> {
  if (file === undefined) return buffer(stdin);
  try {
    return await readFile(path.resolve(root, file));
  } catch (error) {
    const { en, zh } = fileErrorReason(error);
    throw new UsageError({ en: `${file}: ${en}`, zh: `${file}：${zh}` });
  }
}
