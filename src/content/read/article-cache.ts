import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readFrontMatter } from './front-matter.ts';
import { digestOfValidators } from './digest-of-validators.ts';
import type { ArticleText, LibraryArticle } from './library-model.ts';

/** Sources of the texts of an article by file. */
export type Sources = ReadonlyMap<string, string>;

/** Path from the project's root. */
const CACHE_FILE = '.cache/articles.tsv';

/** An article as JSON, and the digest of the sources that it was read from. */
type CachedArticle = readonly [slug: string, digest: string, json: string];

/**
 * Articles that were validated before, in `.cache`. With thousands of articles, validating them takes many times as long as
 * reading their files. An article is found by what its files contain now, never by their dates, and the whole cache is
 * discarded when the code that validates changes. Articles with problems are not cached.
 */
export class ArticleCache {
  readonly #file: string;
  readonly #validators: string;
  readonly #cached: ReadonlyMap<string, CachedArticle>;
  /** Next content of the file: the articles that were found or added. */
  readonly #used = new Map<string, CachedArticle>();
  #isChanged = false;

  private constructor(file: string, validators: string) {
    this.#file = file;
    this.#validators = validators;
    this.#cached = new Map(readCacheFile(file, validators).map((cached) => [cached[0], cached]));
  }

  /**
   * Opens the cache of a project. Returns `undefined` where the code that validates is not at hand.
   *
   * @param root the project's root folder
   */
  static open(root: string): ArticleCache | undefined {
    const validators = digestOfValidators(root);
    if (validators === undefined) return undefined;
    return new ArticleCache(path.join(root, CACHE_FILE), validators);
  }

  /** Returns the article that was read from the same sources; `undefined` if there is none. */
  find(slug: string, sources: Sources): LibraryArticle | undefined {
    const cached = this.#cached.get(slug);
    if (cached?.[1] !== digestOf(sources)) return undefined;
    this.#used.set(slug, cached);
    return fromJson(cached[2], sources);
  }

  add(article: LibraryArticle, sources: Sources): void {
    this.#used.set(article.slug, [article.slug, digestOf(sources), toJson(article)]);
    this.#isChanged = true;
  }

  /** Writes the articles that were found or added, and forgets the others. */
  async save(): Promise<void> {
    if (!this.#isChanged && this.#used.size === this.#cached.size) return;
    const lines = Array.from(this.#used.values(), (cached) => cached.join('\t')).join('\n');
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      // Atomic: another command may read the file at the same time. Not synced: the checksum reveals what a power cut loses.
      await writeFileAtomic(this.#file, `${checksum(this.#validators, lines)}\n${lines}`, {
        encoding: 'latin1',
        fsync: false,
      });
    } catch {
      // Without a cache, as in a folder that is read-only, commands take longer, no more.
    }
  }
}

/** Returns the articles of the file; none if it is missing, damaged, or of other validators. */
function readCacheFile(file: string, validators: string): CachedArticle[] {
  let content: string;
  try {
    content = readFileSync(file, 'latin1');
  } catch {
    return [];
  }
  const end = content.indexOf('\n');
  const lines = content.slice(end + 1);
  if (lines === '' || content.slice(0, end) !== checksum(validators, lines)) return [];
  return lines.split('\n').map((line): CachedArticle => {
    const [slug = '', digest = '', json = ''] = line.split('\t');
    return [slug, digest, json];
  });
}

const checksum = (validators: string, lines: string) =>
  hash('sha256', Buffer.from(`${validators}\n${lines}`, 'latin1'));

/** Characters that are escaped, so that the file is ASCII: strings of one byte a character are read in half the time. */
const NOT_ASCII = /[^\x20-\x7e]/g;

const escapeCharacter = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function digestOf(sources: Sources): string {
  const parts = Array.from(sources, ([file, source]) => `${file} ${source.length}\n${source}`);
  return hash('sha256', parts.join('\n'));
}

/** The fields that are restored from the source. JSON leaves out functions. */
type StoredText = Omit<ArticleText, 'body' | 'lineOf'> & { length: number };

const toJson = ({ text, translations, ...article }: LibraryArticle) =>
  JSON.stringify({
    ...article,
    text: stored(text),
    translations: Object.entries(translations).map(([locale, translation]) => [
      locale,
      stored(translation),
    ]),
  }).replace(NOT_ASCII, escapeCharacter);

function stored<T extends ArticleText>({ body, ...text }: T) {
  return { ...text, length: body.length };
}

function fromJson(json: string, sources: Sources): LibraryArticle {
  const { text, translations, ...article } = JSON.parse(json);
  const restore = ({ length, ...fields }: StoredText) => {
    const source = sources.get(fields.file) ?? '';
    return { ...fields, body: source.slice(source.length - length), lineOf: lineFinder(source) };
  };
  return {
    ...article,
    text: restore(text),
    translations: Object.fromEntries(
      translations.map(([locale, translation]: [string, StoredText]) => [
        locale,
        restore(translation),
      ]),
    ),
  };
}

/** Parses the front matter when a line is asked for: only messages need one. */
function lineFinder(source: string): ArticleText['lineOf'] {
  let lineOf: ArticleText['lineOf'] | undefined;
  return (keys) => (lineOf ??= readFrontMatter(source).lineOf)(keys);
}
