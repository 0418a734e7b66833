const forBrowser = ['domain', 'diagnosis', 'search', 'audit', 'i18n'];
const forComponents = [...forBrowser, 'client', 'content', 'site', 'social', 'styles'];

/**
 * The rooms of `src`: each folder, and what its files may import besides each other. `folder/file.ts` stands for that
 * file alone. `content.config.ts` and `package.json` are files.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const rooms = {
  domain: [],
  diagnosis: ['domain'],
  search: ['domain'],
  audit: ['domain'],
  upstream: ['domain'],
  styles: [],
  i18n: ['domain', 'diagnosis', 'audit'],
  content: ['domain', 'diagnosis', 'i18n'],
  lint: ['domain', 'diagnosis', 'content'],
  reproduce: ['domain', 'content'],
  drafts: ['domain', 'diagnosis', 'search', 'audit'],
  social: ['domain', 'i18n', 'package.json'],
  site: ['domain', 'diagnosis', 'search', 'content', 'i18n', 'package.json'],
  api: ['domain', 'diagnosis', 'audit', 'search', 'content', 'i18n', 'site'],
  client: [...forBrowser, 'social/reply.ts'],
  components: forComponents,
  layouts: [...forComponents, 'components'],
  pages: [...forComponents, 'components', 'layouts', 'api'],
  integrations: ['domain', 'content', 'i18n', 'social'],
  action: ['domain', 'diagnosis', 'i18n', 'social', 'api/published-knowledge.ts'],
  cli: [
    ...[
      'domain',
      'diagnosis',
      'search',
      'audit',
      'upstream',
      'i18n',
      'content',
      'lint',
      'reproduce',
    ],
    ...['drafts', 'social', 'api', 'integrations', 'action', 'package.json'],
  ],
  'content.config.ts': ['domain', 'content'],
};

/** Rooms whose code also runs in a browser or inside the Action: they import neither Node nor Astro. */
export const pureRooms = ['domain', 'diagnosis', 'search', 'audit', 'drafts'];

/** Names in the table that are files of the project, not folders of `src`, with their paths. */
export const looseFiles = {
  'content.config.ts': 'src/content.config.ts',
  'package.json': 'package.json',
};
