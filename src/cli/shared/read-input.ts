import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { BaseContext } from './command-context.ts';
import { fileErrorReason } from './file-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a file that the caller named, or the standard input.
 *
 * @param file relative to `context.root`; `undefined` for the standard input
 * @throws {UsageError} when the file cannot be read
 */
export async function readInput(
  file: string | undefined,
  { root, stdin }: BaseContext,
): Promise<Buffer> {
  if (file === undefined) return buffer(stdin);
  try {
    return await readFile(path.resolve(root, file));
  } catch (error) {
    throw new UsageError(`${file}: ${fileErrorReason(error)}`);
  }
}
