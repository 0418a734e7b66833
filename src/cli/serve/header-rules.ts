import { parseAllHeaders } from '@netlify/headers-parser';

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do.
 *
 * @param file path of the file; without one there are no rules
 * @returns a function from a path of the site to the headers of every rule that matches; later rules win
 * @throws {Error} when a line of the file is invalid
 */
export async function readHeaderRules(file: string): Promise<(path: string) => Headers> {
  const { headers: rules, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: undefined,
    minimal: false,
  });
  if (errors.length > 0) {
    const messages = errors.map(({ message }) => message.replace(/\s+/g, ' '));
    throw new Error(`${file}: ${messages.join('; ')}`);
  }
  return (path) => {
    const headers = new Headers();
    for (const rule of rules) {
      if (!('forRegExp' in rule) || !rule.forRegExp.test(path)) continue;
      for (const [name, value] of Object.entries(rule.values)) headers.set(name, value);
    }
    return headers;
  };
}
