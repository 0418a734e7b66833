import { escape } from 'html-escaper';
import { articlePath, cardPath, localizedPath } from '../../domain/addresses/addresses.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { wordsOf } from '../../i18n/words.ts';
import { cardAlt, cardText, type CardSource } from '../../social/card-text.ts';
import { openGraph } from '../../social/open-graph.ts';

/** The article to which an address leads. */
export interface ForwardTarget extends CardSource {
  slug: string;
  in(locale: Locale): {
    title: string;
    summary: string;
    fix: { text: string };
    /** Language of the text: English if there is no translation. */
    locale: Locale;
  };
}

/** The site whose addresses a page contains. */
export interface ForwardSite {
  /** Origin, such as `https://example.org`. */
  origin: string;
  /** Base path without a trailing slash. */
  base: string;
  /** Paths of the script that follows the link in the reader's language and of its imports, with the base path. */
  scripts: readonly string[];
}

/** Allows the script and the icon. */
const POLICY =
  "default-src 'none'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Returns the HTML of an address that leads to one article. People paste such addresses elsewhere, so the page has the
 * link preview of the article.
 *
 * @param locale language of the address; `undefined` for a language-neutral address, which leads to the article in the
 *   reader's language, without scripts in English
 */
export function forwardPage(
  target: ForwardTarget,
  locale: Locale | undefined,
  site: ForwardSite,
): string {
  const language = locale ?? defaultLocale;
  const { title, summary, locale: written } = target.in(language);
  const path = articlePath(target.slug);
  const href = (to: Locale) => site.base + localizedPath(path, to);
  const absolute = (file: string, to: Locale) =>
    new URL(site.base + localizedPath(file, to), site.origin).href;
  // The canonical page of an article that is not translated is the English one.
  const canonical = absolute(path, written);
  const preview = openGraph({
    title,
    description: summary,
    url: canonical,
    locale: language,
    card: {
      url: absolute(cardPath(target.facts.id), language),
      alt: cardAlt(cardText(target, language)),
    },
  });
  const [script = '', ...imports] = site.scripts;
  const refresh = element('meta', {
    'http-equiv': 'refresh',
    content: `0; url=${href(language)}`,
  });
  const link = (to: Locale) => {
    const words = wordsOf(to);
    const anchor = { href: href(to), hreflang: words.lang, 'data-locale': to };
    const article = target.in(to);
    const text = element('span', { lang: wordsOf(article.locale).lang }, escape(article.title));
    return element(
      'p',
      { lang: words.lang },
      `${words.forward.single} ${element('a', anchor, text)}`,
    );
  };
  const heading = element('h1', {}, escape(wordsOf(language).site.name));
  return `<!doctype html>${element(
    'html',
    { lang: wordsOf(language).lang },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'content-security-policy', content: POLICY }),
      element('title', {}, escape(title)),
      ...(locale
        ? [refresh]
        : [
            // Only without scripts: it would lead away before the script has loaded.
            element('noscript', {}, refresh),
            element('script', { type: 'module', src: script }, ''),
            ...imports.map((href) => element('link', { rel: 'modulepreload', href })),
          ]),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('meta', { name: 'description', content: summary }),
      element('link', { rel: 'canonical', href: canonical }),
      ...preview.map((tag) => element('meta', { ...tag })),
      element('link', { rel: 'icon', href: `${site.base}/favicon.svg`, type: 'image/svg+xml' }),
    ),
    element('body', {}, element('main', {}, heading, ...(locale ? [locale] : locales).map(link))),
  )}\n`;
}

/**
 * Returns the HTML of an element.
 *
 * @param attributes their values as text
 * @param content HTML; none for an element without an end tag
 */
function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: string[]
): string {
  const start = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('');
  const end = content.length === 0 ? '' : `${content.join('')}</${name}>`;
  return `<${name}${start}>${end}`;
}
