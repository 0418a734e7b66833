import astro from 'eslint-plugin-astro';
import redos from 'eslint-plugin-redos';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The arrows of the architecture: what a folder of `src` may import. Those that are missing stand on top of all. */
const below = {
  domain: [],
  diagnose: ['domain'],
  audit: ['domain', 'diagnose'],
  upstream: ['domain'],
  i18n: ['domain', 'diagnose', 'audit'],
  browser: ['domain'],
  search: ['domain', 'diagnose', 'audit', 'i18n', 'browser'],
  // Its own folder of components is meant.
  markdown: ['domain', 'diagnose', 'i18n', 'components'],
  knowledge: ['domain', 'diagnose', 'audit', 'markdown'],
  check: ['domain', 'diagnose', 'markdown'],
  writing: ['domain', 'diagnose'],
  pictures: ['domain', 'i18n'],
  components: ['domain', 'i18n', 'markdown', 'pictures', 'browser', 'search', 'diagnose', 'client'],
};
const top = ['layouts', 'pages', 'cli', 'action', 'client', 'integrations'];
const folders = [...Object.keys(below), ...top];

const arrows = Object.entries(below).map(([folder, allowed]) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: folders
              .filter((name) => name !== folder && !allowed.includes(name))
              .map((name) => `**/${name}/**`),
            message: `src/${folder} may not know what stands above or beside it.`,
          },
          ...(['domain', 'diagnose', 'audit', 'writing'].includes(folder)
            ? [{ group: ['astro', 'astro:*', 'node:*'], message: `src/${folder} is pure.` }]
            : []),
        ],
      },
    ],
  },
}));

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-*/',
      'action/',
      '.astro/',
      '.cache/',
      'playwright-report/',
      'test-results/',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Strangers’ text is set as text: textContent, append().',
        })),
      ],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // Whatever reads strangers' input must stay linear.
    files: ['src/**'],
    plugins: { redos },
    rules: { 'redos/no-vulnerable': 'error' },
  },
  {
    // Lists of words in two languages are too large for the exact checker; the other one guesses, and its word changes
    // from run to run. What the exact one cannot prove in a second is held by tests/unit/drafts/draft-safety.test.ts.
    files: ['src/writing/**'],
    rules: { 'redos/no-vulnerable': ['error', { checker: 'automaton', timeout: 1000 }] },
  },
  ...arrows,
);
