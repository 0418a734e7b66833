import { localizedPath, upstreamPath } from '../../domain/addresses/addresses.ts';
import { trackerKey } from '../../domain/upstream/tracker-address.ts';
import { defaultLocale, locales } from '../../domain/vocabulary.ts';

/**
 * Redirects from another spelling of an upstream address behind our host to the one that has a page. A static host
 * knows each address in one spelling only.
 *
 * @param base path of the site without a trailing slash
 * @param upstreamJson address of the JSON file that lists the cited upstream addresses
 */
export async function redirectToUpstreamPage(base: string, upstreamJson: string): Promise<void> {
  const { pathname, hash } = location;
  const inside = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '';
  const locale =
    locales.find((name) => name !== defaultLocale && inside.startsWith(`/${name}/`)) ??
    defaultLocale;
  const path = locale === defaultLocale ? inside : inside.slice(`/${locale}`.length);
  const wanted = trackerKey(path);
  if (wanted === undefined) return;
  const response = await fetch(upstreamJson);
  if (!response.ok) return;
  const cited = Object.keys((await response.json()) as Record<string, string[]>);
  const target = cited
    .map((address) => upstreamPath(address))
    .find((mirrored) => mirrored !== undefined && trackerKey(mirrored) === wanted);
  if (target === undefined || target === path) return;
  location.replace(base + localizedPath(target, locale) + hash);
}
