import { parseAllHeaders } from '@netlify/headers-parser';

/**
 * The headers that hosts such as Netlify and Cloudflare Pages add to an answer, read from a `_headers` file.
 *
 * @param file its path; no file, no headers
 * @returns for a path on the site, the headers of every rule that matches, later rules over earlier ones
 * @throws Error when the file holds what no host understands
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
