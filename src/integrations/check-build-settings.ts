import { isWebAddress } from '../domain/addresses/safe-address.ts';
import { printable } from '../domain/text/characters.ts';

/**
 * Astro, Vite and Node read these as parts of addresses or patterns: pages lose their styles, or nothing loads. With #
 * or a backslash Vite does not even load the configuration.
 */
const UNUSABLE = /[%?*"\p{Cc}]/u;

/** Variables with an address that pages link to; see the README. */
const ADDRESSES = ['SITE_URL', 'REPOSITORY_URL'];

/**
 * Checks what a build depends on outside of the project's files, before it starts.
 *
 * @param root path of the project's folder
 * @throws {Error} for a folder in which Astro cannot build, and for a variable with a value that is not allowed
 */
export function checkBuildSettings(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const [unusable] = UNUSABLE.exec(root) ?? [];
  if (unusable !== undefined) {
    throw new Error(
      printable(
        `The path ${JSON.stringify(root)} contains ${JSON.stringify(unusable)}, which the build tools cannot handle. Move the clone to another folder.`,
      ),
    );
  }
  for (const name of ADDRESSES) {
    const address = env[name] ?? '';
    if (address !== '' && !isWebAddress(address))
      throw new Error(printable(`${name}: found ${address}; allowed: an http or https address.`));
  }
  const { MAX_FILES: maxFiles = '' } = env;
  if (!/^\d{0,9}$/.test(maxFiles)) {
    throw new Error(
      printable(`MAX_FILES: found ${maxFiles}; allowed: a number of files, such as 20000.`),
    );
  }
}
