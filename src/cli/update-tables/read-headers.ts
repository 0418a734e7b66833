import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { UsageError } from '../shared/usage-error.ts';
import { readDeclarations, type CDeclaration } from './c-declarations.ts';

/**
 * Reads what headers declare, after the preprocessor of the C compiler: what a program that includes them can use.
 *
 * @param source lines that include the headers
 * @param folders where the compiler looks for them
 * @param isWanted says by the path of a header whether its declarations are returned
 *
 * @throws {UsageError} if there is no C compiler, or if a header is missing
 */
export async function readHeaders(
  source: string,
  folders: readonly string[],
  isWanted: (file: string) => boolean,
): Promise<CDeclaration[]> {
  const options = folders.flatMap((folder) => ['-I', folder]);
  const compiler = spawn('cc', ['-E', '-dD', '-w', ...options, '-x', 'c', '-']);
  const ended = new Promise<number | null>((resolve, reject) => {
    compiler.on('error', reject);
    compiler.on('close', resolve);
  });
  compiler.stdin.end(source);
  const [preprocessed, problems, code] = await Promise.all([
    text(compiler.stdout),
    text(compiler.stderr),
    ended,
  ]).catch((error: unknown) => {
    throw new UsageError(`cc: ${String(error)}`);
  });
  if (code !== 0) throw new UsageError(`cc: ${problems.trim()}`);
  return readDeclarations(preprocessed, isWanted);
}
