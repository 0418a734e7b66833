import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { addAbortSignal } from 'node:stream';
import type { Library } from '../../content/read/library-model.ts';
import { idOf, idPattern, MAX_ID_NUMBER } from '../../domain/addresses/addresses.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { MAX_SOURCE_LENGTH } from '../../drafts/read-source.ts';
import { sourceFile } from '../../content/validate/find-draft-markers.ts';
import { fileErrorReason } from '../shared/file-error.ts';
import { UsageError } from '../shared/usage-error.ts';
import type { CommandContext } from '../shared/command-context.ts';

const ARTICLES = 'content/articles';

/** The id in the front matter of an article, also of one that does not parse. */
const ID = /^id: *["']?(KF-\d+)/m;

/** Maximum size of a file, in bytes: a Chinese character takes three. */
const MAX_BYTES = 3 * MAX_SOURCE_LENGTH;

/**
 * Returns the slugs that a new article must not have, and the next free id. Articles with mistakes count, too.
 *
 * @throws {UsageError} if no id is left
 */
export function takenBy({ slugs, articles, sources }: Library): {
  slugs: ReadonlySet<string>;
  id: string;
} {
  // Earlier slugs of articles, whose addresses still work.
  const aliases = articles.flatMap(({ facts }) => facts.aliases);
  const ids = [...sources.values()].flatMap((text) => ID.exec(text)?.[1] ?? []);
  return {
    slugs: new Set([...slugs, ...aliases]),
    id: nextId(ids.filter((id) => idPattern.test(id))),
  };
}

/** Returns the id after the highest one. An id with the last number of all does not use up those below it. */
function nextId(ids: readonly string[]): string {
  const taken = new Set(ids.map((id) => Number(id.slice('KF-'.length))));
  const highest = [0, ...taken].sort((a, b) => b - a);
  const before = highest.find((number) => number < MAX_ID_NUMBER && !taken.has(number + 1));
  if (before === undefined) throw new UsageError('Every id is taken.');
  return idOf(before + 1);
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
    throw new UsageError(`--from ${from}: ${fileErrorReason(error).en}`);
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
  // A dangling link exists as well.
  if (lstatSync(target, { throwIfNoEntry: false })) refuse();
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
