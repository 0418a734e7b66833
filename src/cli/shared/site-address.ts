/**
 * Where the articles can be read, from the variables that a build is given (see README): `SITE_URL` and, for a site
 * below a path of its host, `BASE_PATH`; `undefined` where they say nothing.
 */
export function siteAddress({ SITE_URL, BASE_PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  return SITE_URL ? SITE_URL.replace(/\/$/, '') + BASE_PATH.replace(/\/$/, '') : undefined;
}
