import type { Facts, Project, Translation } from '../../domain/facts/facts.ts';
import type { CompatibilityTable } from '../../domain/compatibility/compatibility-table.ts';
import type { MessageAddresses } from '../../domain/addresses/addresses.ts';
import type { LookupTable } from '../../domain/lookup/lookup-table.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import type { PackageReleases } from '../../domain/releases/releases.ts';
import type { UpstreamFile } from '../../domain/upstream/upstream-record.ts';
import type { WantedFaults } from '../../domain/wanted/wanted-faults.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import type { ArticleLink } from '../validate/validate-article.ts';

/** Returns the 1-based line of a value of the front matter, or of its nearest existing parent. */
export type LineOf = (path: readonly PropertyKey[]) => number;

/** The validated text of an article in one language, not yet rendered. */
export interface ArticleText {
  /** Path from the project's root, with slashes. */
  file: string;
  body: string;
  /** 1-based line of the file on which `body` begins. */
  bodyLine: number;
  lineOf: LineOf;
  /** True for a text that must be compiled as MDX. All others are rendered as Markdown, which is much faster. */
  hasComponents: boolean;
  /** Anchors of the headings. */
  anchors: string[];
  /** Links with their lines in the file. */
  links: ArticleLink[];
}

export interface LibraryArticle {
  slug: string;
  facts: Facts;
  /** The English text. */
  text: ArticleText;
  /** Digest of the English text; an up-to-date translation has it as its `source`. */
  digest: string;
  translations: Partial<Record<Locale, LibraryTranslation>>;
}

export interface LibraryTranslation extends ArticleText {
  words: Translation;
  /** True if the English text has changed since it was translated. */
  stale: boolean;
}

/** The contents of `content/`. */
export interface Library {
  /** Articles whose files could be read, by slug. */
  articles: LibraryArticle[];
  projects: Map<string, Project>;
  /** Tables of releases that work together, by the names of their files. */
  compatibility: Map<string, CompatibilityTable>;
  /** Tables that answer a fault for many names, by the names of their files. */
  tables: Map<string, LookupTable>;
  /** Releases by package, `<ecosystem>/<name>`; packages that were never requested are missing. */
  releases: Map<string, PackageReleases>;
  /** `undefined` if upstream was never requested. */
  upstream: UpstreamFile | undefined;
  /** Faults that no article covers yet; `undefined` if there is no list. */
  wanted: WantedFaults | undefined;
  /** Addresses of messages that were published and must stay valid. */
  messageAddresses: MessageAddresses;
  /** Names of all article folders, including those with problems. */
  slugs: string[];
  /** Sources of all article texts by file, including those with problems. */
  sources: Map<string, string>;
  /** Ordered by file and line. */
  problems: Problem[];
}

/** Lists the texts of an article with their languages, English first. */
export function textsOf({ text, translations }: LibraryArticle): [Locale, ArticleText][] {
  return [[defaultLocale, text], ...(Object.entries(translations) as [Locale, ArticleText][])];
}
