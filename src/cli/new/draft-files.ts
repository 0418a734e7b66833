import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { addAbortSignal } from 'node:stream';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { MAX_SOURCE_LENGTH } from '../../drafts/read-source.ts';
import { sourceFile } from '../../content/validate/find-draft-markers.ts';
import { fileErrorReason } from '../shared/file-error.ts';
import { UsageError } from '../shared/usage-error.ts';
import type { CommandContext } from '../shared/command-context.ts';

const ARTICLES = 'content/articles';

/** Maximum size of a file, in bytes: a Chinese character takes three. */
const MAX_BYTES = 3 * MAX_SOURCE_LENGTH;

/**
 * Returns the slugs that a new article must not have, and the next free id. Articles with mistakes count, too.
 *
 * @param aliases earlier slugs of articles, whose addresses still work
 */
export async function readTaken(
  root: string,
  aliases: readonly string[],
): Promise<{ slugs: ReadonlySet<string>; id: string }> {
  const folder = path.join(root, ARTICLES);
  const slugs = new Set(await readdir(folder));
  let highest = 0;
  for (const slug of [...slugs]) {
    const file = path.join(folder, slug, `${defaultLocale}.mdx`);
    const text = existsSync(file) ? await readFile(file, 'utf8') : '';
    highest = Math.max(highest, Number(/^id: *["']?KF-(\d{1,9})/m.exec(text)?.[1] ?? 0));
  }
  for (const alias of aliases) slugs.add(alias);
  return { slugs, id: `KF-${String(highest + 1).padStart(4, '0')}` };
}

/**
 * Reads a source.
 *
 * @param from path of a file, or `-` for the standard input
 * @throws {UsageError} if the file cannot be read or is too large
 */
export async function readSourceFile(
  from: string,
  { env, root, signal, stdin }: CommandContext,
): Promise<Buffer> {
  if (/^https?:/.test(from)) {
    throw new UsageError(
      `--from ${from}: nothing is fetched; save the page, or pipe \`gh issue view\` into --from -`,
    );
  }
  // npm runs in the project's folder; paths are relative to the folder of the caller.
  const places = [env['INIT_CWD'] ?? root, root].map((folder) => path.resolve(folder, from));
  const file = places.find((place) => existsSync(place)) ?? from;
  const stream = from === '-' ? stdin : createReadStream(file);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of addAbortSignal(signal, stream) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MAX_BYTES) break;
      parts.push(part);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new UsageError(`--from ${from}: ${fileErrorReason(error)}`);
  }
  if (size <= MAX_BYTES) return Buffer.concat(parts);
  throw new UsageError(
    `--from ${from}: found more than ${MAX_BYTES} bytes; cut the source down to the report`,
  );
}

/** @throws {UsageError} if another article has or had the slug */
export function refuseTaken(slug: string, slugs: ReadonlySet<string>): void {
  if (!slugs.has(slug)) return;
  throw new UsageError(
    `${ARTICLES}/${slug} is there already and stays as it is; choose another --slug`,
  );
}

/**
 * Writes all files of a draft or none: they are written to a temporary folder, which is then renamed.
 *
 * @returns the path of the article, relative to the root
 * @throws {UsageError} if the folder exists; it stays as it is
 */
export function writeFiles(
  root: string,
  slug: string,
  text: string,
  sourceLines: readonly string[],
): string {
  const target = path.join(root, ARTICLES, slug);
  const refuse = () => refuseTaken(slug, new Set([slug]));
  if (existsSync(target)) refuse();
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const stage = mkdtempSync(path.join(cache, 'draft-'));
  try {
    const folder = path.join(stage, slug);
    mkdirSync(folder);
    writeFileSync(path.join(folder, `${defaultLocale}.mdx`), text);
    if (sourceLines.length > 0) {
      writeFileSync(path.join(folder, sourceFile), `${sourceLines.join('\n')}\n`);
    }
    renameSync(folder, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') refuse();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return `${ARTICLES}/${slug}/${defaultLocale}.mdx`;
}
