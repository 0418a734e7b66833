/**
 * Returns the address of the site from the variables of a build (see README): `SITE_URL` and, for a site below a path
 * of its host, `BASE_PATH`. `undefined` without `SITE_URL`.
 */
export function siteAddress({
  SITE_URL,
  BASE_PATH = '',
}: Readonly<Record<string, string | undefined>>): string | undefined {
  return SITE_URL ? SITE_URL.replace(/\/$/, '') + BASE_PATH.replace(/\/$/, '') : undefined;
}
