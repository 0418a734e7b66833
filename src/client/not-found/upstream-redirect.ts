import { localizedPath, upstreamPath } from '../../domain/addresses/addresses.ts';
import { trackerKey } from '../../domain/upstream/tracker-address.ts';
import { defaultLocale, locales } from '../../domain/vocabulary.ts';

/**
 * On the page that says "not found": leads on when the address is that of a tracker item behind our host, written in
 * another way than the one that has a page. A static host knows every address in one spelling only.
 *
 * @param base path of the site without the slash at its end
 * @param citedJson where it stands which articles cite which address
 */
export async function leadToUpstream(base: string, citedJson: string): Promise<void> {
  const { pathname, hash } = location;
  const inside = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '';
  const locale =
    locales.find((name) => name !== defaultLocale && inside.startsWith(`/${name}/`)) ??
    defaultLocale;
  const path = locale === defaultLocale ? inside : inside.slice(`/${locale}`.length);
  const wanted = trackerKey(path);
  if (wanted === undefined) return;
  const response = await fetch(citedJson);
  if (!response.ok) return;
  const cited = Object.keys((await response.json()) as Record<string, string[]>);
  const target = cited
    .map((address) => upstreamPath(address))
    .find((mirrored) => mirrored !== undefined && trackerKey(mirrored) === wanted);
  if (target === undefined || target === path) return;
  location.replace(base + localizedPath(target, locale) + hash);
}
