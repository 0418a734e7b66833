import { fileURLToPath } from 'node:url';
import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { articlePath, forwardingAddresses, localizedPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, locales } from '../domain/vocabulary.ts';
import { wordsOf } from '../i18n/words.ts';

/**
 * Writes the sitemap, in which each page names its translations. It excludes addresses that only forward, and articles
 * in a language into which they are not translated.
 */
export function sitemap(): AstroIntegration {
  return {
    name: 'known-faults-sitemap',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const excluded = await excludedPaths(fileURLToPath(config.root));
        const base = config.base.replace(/\/$/, '');
        const integration = astroSitemap({
          i18n: {
            defaultLocale,
            locales: Object.fromEntries(locales.map((locale) => [locale, wordsOf(locale).lang])),
          },
          filter: (page) => !excluded.has(decodeURI(new URL(page).pathname).slice(base.length)),
        });
        updateConfig({ integrations: [integration] });
      },
    },
  };
}

async function excludedPaths(root: string): Promise<Set<string>> {
  const { articles, messageAddresses } = await sharedLibrary(root);
  const forwarded = articles.map(({ slug, facts }) => ({ slug, ...facts }));
  const forwarding = [...forwardingAddresses(forwarded, messageAddresses).keys()].flatMap((path) =>
    locales.map((locale) => localizedPath(path, locale)),
  );
  const untranslated = articles.flatMap(({ slug, translations }) =>
    locales
      .filter((locale) => locale !== defaultLocale && !translations[locale])
      .map((locale) => localizedPath(articlePath(slug), locale)),
  );
  return new Set([...forwarding, ...untranslated]);
}
