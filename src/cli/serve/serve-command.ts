import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { readHeaderRules } from './header-rules.ts';

const DEFAULT_PORT = 4321;

const QUERY = /[?#].*$/s;

export interface ServeOptions {
  /** Folder of the built site. */
  dir: string;
  /** Port to listen on; 0 lets the system choose a free one. */
  port: number;
  /** Base path the site was built with, without a trailing slash. */
  base?: string;
}

/**
 * Serves a built site locally as a static host would: `index.html` for folders, `404.html` for missing files, and the
 * headers of `_headers`.
 */
export async function serve({ dir, port, base = '' }: ServeOptions): Promise<Server> {
  const notFound = readFileSync(path.join(dir, '404.html'));
  const headersOf = await readHeaderRules(path.join(dir, '_headers'));
  // `dev` reads from disk on every request, so a new build shows without a restart.
  const files = sirv(dir, { dev: true, etag: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    const refuse = () => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.setHeaders(headersOf('/404.html'));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    const url = request.url ?? '/';
    if (base !== '' && !url.startsWith(`${base}/`)) return refuse();
    request.url = url.slice(base.length);
    response.setHeaders(headersOf(request.url.replace(QUERY, '')));
    return files(request, response, refuse);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      base: { type: 'string', default: '' },
    },
  });
  const dir = path.resolve(values.dir);
  const port = Number(values.port);
  if (!existsSync(path.join(dir, '404.html'))) {
    console.error(`--dir: found no built site in ${values.dir}; run \`npm run build\` first.`);
    process.exit(2);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port: found ${values.port}; allowed: a number from 0 to 65535.`);
    process.exit(2);
  }
  try {
    const server = await serve({ dir, port, base: values.base });
    const address = server.address();
    const actual = typeof address === 'object' && address ? address.port : port;
    console.log(
      `\nKnown Faults is running at http://localhost:${actual}${values.base}/ (press Ctrl+C to stop)`,
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${port} is already in use. Choose another one: npm run serve -- --port 4322`,
    );
    process.exit(1);
  }
}

if (import.meta.main) await main();
