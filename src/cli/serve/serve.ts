import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { readHeaderRules } from './header-rules.ts';

const QUERY = /[?#].*$/s;

export interface ServeOptions {
  /** Folder of the built site. */
  dir: string;
  /** 0 picks a free port. */
  port: number;
  /** Base path that the site was built for, without a trailing slash. */
  base?: string;
}

/**
 * Serves a built site on `localhost` as a static host does: a folder by its `index.html`, `404.html` for a path that
 * does not exist, with the headers from the site's `_headers`.
 *
 * @throws when the port is in use, `404.html` is missing or `_headers` is invalid
 */
export async function serve({ dir, port, base = '' }: ServeOptions): Promise<Server> {
  const notFound = readFileSync(path.join(dir, '404.html'));
  const headersOf = await readHeaderRules(path.join(dir, '_headers'));
  // `dev` reads from the disk on every request, so that a new build shows without a restart.
  const files = sirv(dir, { dev: true, etag: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    const sendNotFound = () => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.setHeaders(headersOf('/404.html'));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    const url = request.url ?? '/';
    if (base !== '' && !url.startsWith(`${base}/`)) return sendNotFound();
    request.url = url.slice(base.length);
    response.setHeaders(headersOf(request.url.replace(QUERY, '')));
    return files(request, response, sendNotFound);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}
