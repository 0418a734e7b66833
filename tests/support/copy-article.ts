import { stringify } from 'yaml';
import { readFrontMatter } from '../../src/content/read/front-matter.ts';
import { sourceDigest } from '../../src/content/read/read-article.ts';
import type { Facts } from '../../src/domain/facts/facts.ts';
import type { Signature } from '../../src/domain/facts/signature.ts';
import { defaultLocale, type Locale } from '../../src/domain/vocabulary.ts';
import { renameWords } from './signature-words.ts';

/** Maximum length of a title, in UTF-16 units, as in the schema of the facts. */
const TITLE_LENGTH = 90;

/** The number at the end of the address of an issue, a pull request or a discussion. */
const TRACKER_NUMBER =
  /(?<=\/(?:issues|pull|discussions|merge_requests|work_items)\/)\d{1,7}(?!\d)/g;

const ARTICLE_LINK = /\.\.\/([a-z0-9-]+)\/(?:#[^\s)\]]*)?/g;

/** Names that distinguish a copy of an article from the original and from all other copies. */
export interface CopyNames {
  id: string;
  /** The made-up word at the end of the slug, the title and each word of `renamed`. */
  word: string;
  /** Lowercase words that are renamed in the title, the signatures and the text. */
  renamed: ReadonlySet<string>;
  /** Two digits at the end of the number of each upstream address. */
  digits: string;
}

/** New slugs by the original slugs and aliases; `undefined` for articles that were left out. */
export type NewSlugs = ReadonlyMap<string, string | undefined>;

export interface CopyOptions {
  /** The slug of the copy. */
  slug: string;
  /** Absent for an article that keeps its own. */
  names?: CopyNames | undefined;
  newSlugs: NewSlugs;
}

/** Front matter as written. A translation has few of the fields, and those with a default may be missing. */
type FrontMatterData = Partial<Facts> & Pick<Facts, 'title' | 'summary' | 'fix'>;

/** Returns the slug or an alias of a copy. */
export const copySlug = (slug: string, names: CopyNames | undefined) =>
  names ? `${slug}-${names.word}` : slug;

/**
 * Copies the texts of an article under other names. Front matter that has nothing to do with names stays as it is. A link to
 * an article that was left out leads to the copy itself.
 *
 * @param sources text of the files by language
 * @returns text of the files of the copy by language; its translations are up to date
 */
export function copyArticle(
  sources: ReadonlyMap<Locale, string>,
  options: CopyOptions,
): Map<Locale, string> {
  const english = copyText(sources.get(defaultLocale) ?? '', options);
  const source = sourceDigest(english.data, english.body);
  return new Map(
    [...sources].map(([locale, text]) => {
      if (locale === defaultLocale) return [locale, format(english.data, english.body)];
      const { data, body } = copyText(text, options);
      return [locale, format({ ...data, source }, body)];
    }),
  );
}

const format = (data: object, body: string) =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n${body}`;

function copyText(text: string, { slug, names, newSlugs }: CopyOptions) {
  const renumbered = names ? text.replace(TRACKER_NUMBER, (number) => number + names.digits) : text;
  const { data, body } = readFrontMatter(renumbered);
  const facts = rename(data as FrontMatterData, names);
  const related = facts.related?.flatMap((name) => newSlugs.get(name) ?? []);
  return {
    data: related ? { ...facts, related } : facts,
    body: renameIn(body, names).replace(ARTICLE_LINK, (link, name: string) => {
      if (!newSlugs.has(name)) return link;
      const target = newSlugs.get(name);
      return target === undefined ? `../${slug}/` : link.replace(name, target);
    }),
  };
}

/** Gives the facts of an article, or the front matter of a translation, the names of a copy. */
export function rename<T extends FrontMatterData>(data: T, names: CopyNames | undefined): T {
  if (!names) return data;
  const { title, signatures, aliases } = data;
  const suffix = ` (${names.word})`;
  return {
    ...data,
    ...(data.id && { id: names.id }),
    title: renameIn(title, names).slice(0, TITLE_LENGTH - suffix.length) + suffix,
    ...(signatures && { signatures: signatures.map((one) => renameSignature(one, names)) }),
    ...(aliases && { aliases: aliases.map((alias) => copySlug(alias, names)) }),
  };
}

function renameSignature(signature: Signature, names: CopyNames): Signature {
  if (typeof signature === 'string') return renameIn(signature, names);
  const { line, with: others, unless } = signature;
  const renameAll = (lines: readonly string[]) => lines.map((one) => renameIn(one, names));
  return {
    ...signature,
    line: renameIn(line, names),
    ...(others && { with: renameAll(others) }),
    ...(unless && { unless: renameAll(unless) }),
  };
}

const renameIn = (text: string, names: CopyNames | undefined) =>
  names ? renameWords(text, names.renamed, names.word) : text;
