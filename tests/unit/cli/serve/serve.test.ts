import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveCommand } from '../../../../src/cli/serve/serve-command.ts';
import { serve } from '../../../../src/cli/serve/serve.ts';
import { folderWith } from '../../../support/folder.ts';
import { testContext } from '../../../support/mock-server.ts';

const HEADERS = `# A comment.
/*
  X-Content-Type-Options: nosniff

/diagnose/*
  Cache-Control: public, max-age=31536000, immutable
/api/*
  Access-Control-Allow-Origin: *
/projects/:project/feed.xml
  Access-Control-Allow-Origin: *
`;

const FILES = {
  '404.html': 'Not found',
  'index.html': 'Home',
  'diagnose/en.json': '{}',
  'api/v1/articles.json': '[]',
  'api/index.html': 'API',
  'projects/cython/feed.xml': '<feed/>',
};

/** Serves a small site and returns a function that fetches from it. */
async function siteWith(headers: string | undefined, base = '') {
  const dir = folderWith(headers === undefined ? FILES : { ...FILES, _headers: headers });
  const server = await serve({ dir, port: 0, base });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return (address: string, init?: RequestInit) => fetch(`http://localhost:${port}${address}`, init);
}

const CORS = 'access-control-allow-origin';
const CACHE = 'cache-control';

describe.each([
  { base: '', name: 'at the root' },
  { base: '/known-faults', name: 'under a base path' },
])('a site $name is served with the headers of its _headers file', ({ base }) => {
  test.each([
    ['/', 200, { [CORS]: null, [CACHE]: 'no-cache' }],
    ['/api/v1/articles.json', 200, { [CORS]: '*' }],
    ['/api/v1/articles.json?a=/diagnose/', 200, { [CORS]: '*', [CACHE]: 'no-cache' }],
    ['/api/', 200, { [CORS]: '*' }],
    ['/projects/cython/feed.xml', 200, { [CORS]: '*' }],
    ['/diagnose/en.json', 200, { [CORS]: null, [CACHE]: 'public, max-age=31536000, immutable' }],
    ['/diagnose/none.json', 404, { [CORS]: null, [CACHE]: null }],
    ['/api/v1/none.json', 404, { [CORS]: null }],
  ])('%s: %d', async (address, status, expected) => {
    const fetchFrom = await siteWith(HEADERS, base);
    const response = await fetchFrom(base + address);
    expect(response.status).toBe(status);
    const seen = Object.keys(expected).map((name) => [name, response.headers.get(name)]);
    expect(Object.fromEntries(seen)).toEqual(expected);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test('confirms a cached file with the same headers', async () => {
  const fetchFrom = await siteWith(HEADERS);
  const first = await fetchFrom('/api/v1/articles.json');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await fetchFrom('/api/v1/articles.json', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get(CORS)).toBe('*');
});

test('serves a site without a _headers file', async () => {
  const fetchFrom = await siteWith(undefined);
  const response = await fetchFrom('/api/v1/articles.json');
  expect([response.status, response.headers.get(CORS)]).toEqual([200, null]);
});

test('names a mistake in the _headers file', async () => {
  await expect(siteWith('/api/*\n  Access-Control-Allow-Origin:\n')).rejects.toThrow(
    '/_headers: Could not parse header line 2: Access-Control-Allow-Origin: Missing header value',
  );
});

test('the command reports that a port is in use', async () => {
  const root = folderWith(FILES);
  const server = await serve({ dir: root, port: 0 });
  onTestFinished(() => void server.close());
  const port = String((server.address() as AddressInfo).port);
  const context = testContext(root);
  expect(await serveCommand(['--dir', '.', '--port', port], context)).toBe(1);
  expect(context.stderr.text).toContain(`Port ${port} is already in use.`);
});

test.each([
  [['--dir', 'dist'], '--dir: found no built site in dist; run `npm run build` first.'],
  [['--dir', '.', '--port', '70000'], '--port: found 70000; allowed: a number from 0 to 65535.'],
  [['--dir', 'dist', '--port', 'abc'], '--port: found abc; allowed: a number from 0 to 65535.'],
  [['dist'], 'Found the argument dist; allowed: options only.'],
])('%j is a usage error of the command', async (args, message) => {
  const context = testContext(folderWith(FILES));
  expect(await serveCommand(args, context)).toBe(2);
  expect(context.stderr.text).toContain(`${message}\nTry \`npm run serve -- --help\`.\n`);
});
