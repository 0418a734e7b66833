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
import { sourceFile } from '../../content/validate/find-draft-markers.ts';
import { MAX_SOURCE_LENGTH } from '../../drafts/source/source.ts';
import { UsageError } from '../shared/usage-error.ts';
import type { CommandContext } from '../shared/command-context.ts';

const ARTICLES = 'content/articles';

/** Bytes of a file that may still be short enough as text: a Chinese sign takes three. What is longer is not read to its end. */
const MAX_BYTES = 3 * MAX_SOURCE_LENGTH;

/** What stands in the way of reading a file, in words. */
const TROUBLE = new Map([
  ['ENOENT', 'no such file'],
  ['EISDIR', 'a folder; the file is needed'],
  ['EACCES', 'may not be read'],
]);

/** Folders, ids: what a new article must not have. */
export interface Taken {
  slugs: ReadonlySet<string>;
  /** The next free id. */
  id: string;
}

/**
 * What is taken under `content/articles/`, also by articles that have mistakes.
 *
 * @param aliases earlier slugs of articles; their addresses work for ever
 */
export async function readTaken(root: string, aliases: readonly string[]): Promise<Taken> {
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
 * The bytes of a source.
 *
 * @param from a file as the caller names it, or `-`
 * @throws BadUse
 */
export async function readSourceFile(from: string, { env, root, signal }: CommandContext): Promise<Buffer> {
  if (/^https?:/.test(from)) {
    throw new UsageError(
      `--from ${from}: nothing is fetched; save the page, or pipe \`gh issue view\` into --from -`,
    );
  }
  // npm runs in the project's folder; the caller names files from where he stands.
  const places = [env['INIT_CWD'] ?? root, root].map((folder) => path.resolve(folder, from));
  const file = places.find((place) => existsSync(place)) ?? from;
  const stream = from === '-' ? process.stdin : createReadStream(file);
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
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new UsageError(`--from ${from}: ${TROUBLE.get(code) ?? code}`);
  }
  if (size <= MAX_BYTES) return Buffer.concat(parts);
  throw new UsageError(
    `--from ${from}: found more than ${MAX_BYTES} bytes; cut the source down to the report`,
  );
}

/** @throws BadUse for a slug whose address another article has or had */
export function refuseTaken(slug: string, { slugs }: Pick<Taken, 'slugs'>): void {
  if (!slugs.has(slug)) return;
  throw new UsageError(
    `${ARTICLES}/${slug} is there already and stays as it is; choose another --slug`,
  );
}

/**
 * Writes a draft: all its files or none. They are written elsewhere and moved into place in one step, and a folder that
 * is there already stays as it is.
 *
 * @returns path of the article from the root
 * @throws BadUse when there is such a folder
 */
export function writeFiles(
  root: string,
  slug: string,
  text: string,
  sourceLines: readonly string[],
): string {
  const target = path.join(root, ARTICLES, slug);
  const refuse = () => refuseTaken(slug, { slugs: new Set([slug]) });
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
