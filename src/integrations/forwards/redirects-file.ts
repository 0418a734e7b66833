import {
  languageQuery,
  neutralFolders,
  prefixedLocales,
} from '../../domain/addresses/neutral-addresses.ts';

/**
 * Maximum number of rules without a placeholder, and of characters in a rule, of Cloudflare Pages. Netlify allows more.
 *
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
const MAX_STATIC_RULES = 2000;
const MAX_RULE_LENGTH = 1000;

/** A path that leads to another one, both below the base path. */
export interface Redirect {
  from: string;
  to: string;
}

/**
 * Returns the text of `_redirects`, which Netlify and Cloudflare Pages read from the root of a site.
 *
 * @param redirects addresses without a file, most important first; those beyond the limits are left out
 * @param base base path without a trailing slash
 */
export function redirectsFile(redirects: Iterable<Redirect>, base: string): string {
  const rules: string[] = [];
  for (const { from, to } of redirects) {
    if (rules.length === MAX_STATIC_RULES) break;
    // Temporary: the address may get a file.
    const rule = `${base}${from} ${base}${to} 302`;
    if (rule.length <= MAX_RULE_LENGTH) rules.push(rule);
  }
  // Last: Cloudflare Pages counts every rule after the first with a placeholder as one that has a placeholder.
  for (const locale of prefixedLocales) {
    for (const folder of neutralFolders) {
      const to = `${base}/${folder}/:splat${languageQuery(locale)}`;
      rules.push(`${base}/${locale}/${folder}/* ${to} 301`);
    }
  }
  return `${rules.join('\n')}\n`;
}
