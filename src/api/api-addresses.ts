import { signatureLine } from '../domain/facts/signature.ts';
import { feedExcerpt, jsonExcerpt } from './response-excerpt.ts';
import { jsonSchemaOf } from './json-schemas.ts';
import { answersJson } from './answers.ts';
import * as api from './responses.ts';
import * as paths from '../domain/addresses/addresses.ts';
import type { SchemaName } from './response-schemas.ts';
import type { Locale } from '../domain/vocabulary.ts';
import { siteFeed } from '../site/feeds.ts';
import { wordsOf, type Words } from '../i18n/words.ts';
import type { SiteLibrary } from '../site/library.ts';

/** An address of the API, as the page `/api/` documents it. */
export interface ApiAddress {
  group: keyof Words['api']['groups'];
  /** Key of its description. */
  name: keyof Words['api']['addresses'];
  /** Variable parts are `<placeholders>`. */
  path: string;
  /** An existing address of this form, if `path` has placeholders. */
  example?: string;
  schema?: SchemaName;
  content?: ApiContent;
}

/** The content at an address, or at its example. */
interface ApiContent {
  /** Size in bytes, without compression in transfer. */
  size: number;
  /** The beginning of the text. */
  excerpt?: { code: string; lang: 'jsonc' | 'xml' };
}

/**
 * Returns every address of the API in the order of the page; none for a library without articles, which has no examples.
 * A new address needs a line here and a description in `words.api.addresses`.
 */
export async function apiAddresses(library: SiteLibrary, locale: Locale): Promise<ApiAddress[]> {
  const [article] = api.articlesJson(library);
  const project = library.projects.find(({ id }) => id === article?.project);
  const [record] = api.osvJson(library);
  if (!article || !project || !record) return [];

  const { more } = wordsOf(locale).api;
  const json = (value: unknown): ApiContent => ({
    size: byteLength(api.jsonText(value)),
    excerpt: { code: jsonExcerpt(value, more), lang: 'jsonc' },
  });
  const atom = (xml: string): ApiContent => ({
    size: byteLength(xml),
    excerpt: { code: feedExcerpt(xml, more), lang: 'xml' },
  });
  const feed = await siteFeed(library, locale).text();
  const feedOf = (path: string) => paths.feedPath(paths.localizedPath(path, locale));
  const projectFeed = (id: string) => feedOf(paths.projectPath(id));
  const symptomFeed = (id: string) => feedOf(paths.browsePath('symptom', id));

  const part = [...api.upstreamParts(library)].find(
    ([, citations]) => Object.keys(citations).length > 0,
  );
  const message = article.signatures.map(signatureLine).map(paths.messagePath).find(Boolean);

  const [table] = library.tables;
  const [answers] = await answersJson();

  // prettier-ignore
  return [
    { group: 'articles', name: 'articles', path: paths.articlesJsonPath, schema: 'articles', content: json(api.articlesJson(library)) },
    { group: 'articles', name: 'articlesPart', path: paths.articlesPartPath('<n>'), example: paths.articlesPartPath(1), schema: 'articles-page', content: json(api.articlePages(library)[0]) },
    { group: 'articles', name: 'article', path: paths.articleJsonPath('<id>'), example: paths.articleJsonPath(article.id), schema: 'article', content: json(article) },
    { group: 'articles', name: 'upstream', path: paths.upstreamJsonPath, schema: 'upstream', content: json(api.upstreamJson(library)) },
    { group: 'articles', name: 'upstreamPart', path: paths.upstreamPartPath('<digits>'), ...(part && { example: paths.upstreamPartPath(part[0]), content: json(part[1]) }), schema: 'upstream' },
    { group: 'projects', name: 'projects', path: paths.projectsJsonPath, schema: 'projects', content: json(api.projectsJson(library)) },
    { group: 'projects', name: 'project', path: paths.projectJsonPath('<id>'), example: paths.projectJsonPath(project.id), schema: 'project', content: json(api.projectJson(project, library)) },
    { group: 'osv', name: 'osv', path: paths.osvJsonPath('<id>'), example: paths.osvJsonPath(article.id), schema: 'osv', content: json(record) },
    { group: 'osv', name: 'osvArchive', path: paths.osvArchivePath, schema: 'osv', content: { size: (await api.osvArchive()).length } },
    { group: 'diagnosis', name: 'knowledge', path: paths.localizedPath(paths.knowledgeJsonPath, locale), content: { size: byteLength(await api.knowledgeText(locale)) } },
    ...(table ? [{ group: 'diagnosis', name: 'table', path: paths.tableJsonPath('<table>'), example: paths.tableJsonPath(table[0]), content: json(table[1]) } as const] : []),
    ...(answers ? [{ group: 'diagnosis', name: 'answers', path: paths.answersJsonPath('<id>'), example: paths.answersJsonPath(answers.id), schema: 'answers', content: json(answers) } as const] : []),
    { group: 'links', name: 'message', path: '/e/1/<hash>/', ...(message && { example: message }) },
    { group: 'links', name: 'badge', path: paths.badgePath('<id>'), example: paths.badgePath(article.id) },
    { group: 'links', name: 'card', path: paths.localizedPath(paths.cardPath('<id>'), locale), example: paths.localizedPath(paths.cardPath(article.id), locale) },
    { group: 'feeds', name: 'feed', path: feedOf(paths.homePath), content: atom(feed) },
    { group: 'feeds', name: 'projectFeed', path: projectFeed('<project>'), example: projectFeed(project.id) },
    { group: 'feeds', name: 'symptomFeed', path: symptomFeed('<symptom>'), example: symptomFeed(article.symptom) },
    { group: 'schemas', name: 'schema', path: paths.schemaPath('<name>'), example: paths.schemaPath('upstream'), content: json(jsonSchemaOf('upstream')) },
  ];
}

const byteLength = (text: string) => new TextEncoder().encode(text).length;
