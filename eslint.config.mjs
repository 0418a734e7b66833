import astro from 'eslint-plugin-astro';
import redos from 'eslint-plugin-redos';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What stands above everything that has no page of its own. */
const site = ['components', 'layouts', 'pages', 'cli', 'action', 'client', 'integrations'];

/** The arrows of the architecture: what a folder may not import. */
const above = {
  domain: ['diagnose', 'knowledge', 'search', 'markdown', 'i18n', 'browser', 'pictures', ...site],
  diagnose: ['knowledge', 'search', 'markdown', 'i18n', 'browser', 'pictures', ...site],
  knowledge: ['search', 'i18n', 'browser', 'pictures', ...site],
  browser: ['diagnose', 'knowledge', 'search', 'markdown', 'i18n', 'pictures', ...site],
  i18n: ['knowledge', 'search', 'markdown', 'browser', 'pictures', ...site],
  search: ['knowledge', 'markdown', 'pictures', ...site],
  pictures: ['diagnose', 'knowledge', 'search', 'markdown', 'browser', ...site],
  markdown: [
    'knowledge',
    'search',
    'browser',
    'pictures',
    'layouts',
    'pages',
    'cli',
    'action',
    'client',
    'integrations',
  ],
  components: ['layouts', 'pages', 'cli', 'action', 'integrations'],
};

const arrows = Object.entries(above).map(([folder, forbidden]) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbidden.map((name) => `**/${name}/**`),
            message: `src/${folder} may not know what stands above it.`,
          },
          ...(['domain', 'diagnose'].includes(folder)
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
  ...arrows,
);
