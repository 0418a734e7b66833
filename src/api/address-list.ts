import { feedExcerpt, jsonExcerpt } from './answer-excerpt.ts';
import { jsonSchemaOf } from './json-schemas.ts';
import * as api from './answers.ts';
import * as at from '../domain/addresses/addresses.ts';
import type { AnswerName } from './answer-schemas.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { siteFeed } from '../site/feeds.ts';
import { wordsOf, type Words } from '../i18n/words.ts';
import type { SiteLibrary } from '../site/library.ts';

/** An address for programs, as the page `/api/` explains it. */
export interface ApiAddress {
  /** Under which heading it stands. */
  group: keyof Words['api']['groups'];
  /** What it is, in the words of the reader. */
  name: keyof Words['api']['addresses'];
  /** Variable parts as `<placeholder>`. */
  path: string;
  /** An address of that form which exists, where `path` is none. */
  example?: string;
  schema?: AnswerName;
  content?: ApiContent;
}

/** What stands at an address, or at its example. */
interface ApiContent {
  /** Bytes, unpacked by the host. */
  size: number;
  /** The beginning of a text. */
  excerpt?: { code: string; lang: 'jsonc' | 'xml' };
}

/**
 * Every address for programs, in the order of the page. A new one is a line here and its words in
 * `words.api.addresses`.
 */
export async function apiAddresses(library: SiteLibrary, locale: Locale): Promise<ApiAddress[]> {
  const [article] = api.articlesJson(library);
  const project = library.projects.find(({ id }) => id === article?.project);
  const [record] = api.osvJson(library);
  // Nothing can be shown before there is an article.
  if (!article || !project || !record) return [];

  const { more } = wordsOf(locale).api;
  const json = (value: unknown): ApiContent => ({
    size: bytesOf(api.jsonText(value)),
    excerpt: { code: jsonExcerpt(value, more), lang: 'jsonc' },
  });
  const atom = (xml: string): ApiContent => ({
    size: bytesOf(xml),
    excerpt: { code: feedExcerpt(xml, more), lang: 'xml' },
  });
  const feed = await siteFeed(library, locale).text();
  // Feeds and the diagnosis are what has a language.
  const feedOf = (path: string) => at.feedPath(at.localizedPath(path, locale));
  const projectFeed = (id: string) => feedOf(at.projectPath(id));
  const symptomFeed = (id: string) => feedOf(at.browsePath('symptom', id));

  const message = article.signatures.map(at.messagePath).find(Boolean);

  // prettier-ignore
  return [
    { group: 'articles', name: 'articles', path: at.articlesJsonPath, schema: 'articles', content: json(api.articlesJson(library)) },
    { group: 'articles', name: 'article', path: at.articleJsonPath('<id>'), example: at.articleJsonPath(article.id), schema: 'article', content: json(article) },
    { group: 'articles', name: 'upstream', path: at.upstreamJsonPath, schema: 'upstream', content: json(api.upstreamJson(library)) },
    { group: 'projects', name: 'projects', path: at.projectsJsonPath, schema: 'projects', content: json(api.projectsJson(library)) },
    { group: 'projects', name: 'project', path: at.projectJsonPath('<id>'), example: at.projectJsonPath(project.id), schema: 'project', content: json(api.projectJson(project, library)) },
    { group: 'osv', name: 'osv', path: at.osvJsonPath('<id>'), example: at.osvJsonPath(article.id), schema: 'osv', content: json(record) },
    { group: 'osv', name: 'osvArchive', path: at.osvArchivePath, schema: 'osv', content: { size: api.osvArchive(library).length } },
    { group: 'diagnosis', name: 'knowledge', path: at.localizedPath(at.knowledgeJsonPath, locale), content: { size: bytesOf(await api.knowledgeText(locale)) } },
    { group: 'links', name: 'message', path: at.localizedPath('/e/1/<hash>/', locale), ...(message && { example: at.localizedPath(message, locale) }) },
    { group: 'links', name: 'badge', path: at.localizedPath(at.badgePath('<id>'), locale), example: at.localizedPath(at.badgePath(article.id), locale) },
    { group: 'links', name: 'card', path: at.localizedPath(at.cardPath('<id>'), locale), example: at.localizedPath(at.cardPath(article.id), locale) },
    { group: 'feeds', name: 'feed', path: feedOf(at.homePath), content: atom(feed) },
    { group: 'feeds', name: 'projectFeed', path: projectFeed('<project>'), example: projectFeed(project.id) },
    { group: 'feeds', name: 'symptomFeed', path: symptomFeed('<symptom>'), example: symptomFeed(article.symptom) },
    { group: 'schemas', name: 'schema', path: at.schemaPath('<name>'), example: at.schemaPath('upstream'), content: json(jsonSchemaOf('upstream')) },
  ];
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;
