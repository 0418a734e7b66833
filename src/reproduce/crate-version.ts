import { packageKey } from '../domain/versions/package-name.ts';

/** A dependency in `Cargo.toml`: its name, what precedes the version, and the version. */
const DEPENDENCY =
  /^([\w-]{1,64})(\s{0,9}=\s{0,9}(?:\{[^}"\n]{0,200}version\s{0,9}=\s{0,9})?)"([^"\n]{1,40})"/;

/**
 * Requires a crate differently in all files named `Cargo.toml`.
 *
 * @param requirement such as `=0.23.0`; `*` for any release
 * @returns `undefined` if none of them depends on the crate
 */
export function withCrate(
  files: ReadonlyMap<string, string>,
  name: string,
  requirement: string,
): ReadonlyMap<string, string> | undefined {
  const wanted = packageKey('crates.io', name);
  let isFound = false;
  const replaced = [...files].map(([file, text]): [string, string] => {
    if (!/(?:^|\/)Cargo\.toml$/.test(file)) return [file, text];
    const lines = text.split('\n').map((line) => {
      const [whole = '', crate = '', between = ''] = DEPENDENCY.exec(line) ?? [];
      if (packageKey('crates.io', crate) !== wanted) return line;
      isFound = true;
      return `${crate}${between}"${requirement}"${line.slice(whole.length)}`;
    });
    return [file, lines.join('\n')];
  });
  return isFound ? new Map(replaced) : undefined;
}
