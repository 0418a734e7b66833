import { isWebAddress } from '../../domain/addresses/safe-address.ts';
import { UsageError } from './usage-error.ts';

/**
 * Returns the address of the site from the variables of a build (see README): `SITE_URL` and, for a site below a path
 * of its host, `BASE_PATH`. `undefined` without `SITE_URL`.
 *
 * @throws {UsageError} if it is not an address of the web
 */
export function siteAddress({
  SITE_URL,
  BASE_PATH = '',
}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (!SITE_URL) return undefined;
  if (!isWebAddress(SITE_URL)) {
    throw new UsageError(`SITE_URL: found ${SITE_URL}; allowed: an http or https address.`);
  }
  return SITE_URL.replace(/\/$/, '') + BASE_PATH.replace(/\/$/, '');
}
