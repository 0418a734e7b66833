import { articlePath, localizedPath, messageLookupPath } from '../../domain/addresses/addresses.ts';
import type { Forward, ForwardFiles } from '../../domain/addresses/forwards.ts';
import { locales, type Locale } from '../../domain/vocabulary.ts';
import { forwardPage, type ForwardSite, type ForwardTarget } from './forward-page.ts';
import { redirectsFile, type Redirect } from './redirects-file.ts';
import type { SiteFile } from './write-files.ts';

/**
 * Yields the files that make addresses of one article work: the page of each written one, the lookup of messages for the
 * 404 page, and the rules for hosts that redirect.
 *
 * @param targets articles by slug; without one, an address is left out
 */
export function* forwardFiles(
  { written, unwritten }: ForwardFiles,
  targets: ReadonlyMap<string, ForwardTarget>,
  site: ForwardSite,
): Generator<SiteFile> {
  yield { file: '_redirects', text: redirectsFile(redirectsOf(written, unwritten), site.base) };
  yield* lookupFiles(unwritten, targets);
  yield* pageFiles(written, targets, site);
}

/** Pages that lead to the same article in the same language are equal, so each is made once. */
function* pageFiles(
  written: readonly Forward[],
  targets: ReadonlyMap<string, ForwardTarget>,
  site: ForwardSite,
): Generator<SiteFile> {
  const pages = new Map<string, string>();
  const pageOf = (target: ForwardTarget, locale?: Locale) => {
    const key = `${locale ?? ''}/${target.slug}`;
    const page = pages.get(key) ?? forwardPage(target, locale, site);
    pages.set(key, page);
    return page;
  };
  for (const { path, slugs, localized } of written) {
    const target = targets.get(slugs[0] ?? '');
    if (!target) continue;
    for (const locale of localized ? locales : [undefined]) {
      const address = locale ? localizedPath(path, locale) : path;
      yield { file: `${address.slice(1)}index.html`, text: pageOf(target, locale) };
    }
  }
}

/** Lookups of the ids of articles by address, for the messages without a page. */
function lookupFiles(
  unwritten: readonly Forward[],
  targets: ReadonlyMap<string, ForwardTarget>,
): SiteFile[] {
  const lookups = new Map<string, Record<string, string[]>>();
  for (const { path, slugs } of unwritten) {
    const file = messageLookupPath(path);
    if (file === path) continue;
    const lookup = lookups.get(file) ?? {};
    lookup[path] = slugs.flatMap((slug) => targets.get(slug)?.facts.id ?? []);
    lookups.set(file, lookup);
  }
  return [...lookups].map(([file, ids]) => ({
    file: file.slice(1),
    text: `${JSON.stringify(ids)}\n`,
  }));
}

/**
 * Returns the redirects of addresses without a file. Each leads to an address of the same article that has a file and is
 * language-neutral, too, so that the reader's language decides; without one to the article.
 */
function* redirectsOf(
  written: readonly Forward[],
  unwritten: readonly Forward[],
): Generator<Redirect> {
  const neutral = new Map<string, string>();
  for (const { path, slugs, localized } of written) {
    const [slug = ''] = slugs;
    if (!localized && !neutral.has(slug)) neutral.set(slug, path);
  }
  for (const { path, slugs } of unwritten) {
    const [slug = ''] = slugs;
    yield { from: path, to: neutral.get(slug) ?? articlePath(slug) };
  }
}
