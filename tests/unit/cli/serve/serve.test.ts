import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../../../../src/cli/serve/serve.ts';

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
  '404.html': 'There is no page here',
  'index.html': 'Home',
  'diagnose/en.json': '{}',
  'api/v1/articles.json': '[]',
  'api/index.html': 'API',
  'projects/cython/feed.xml': '<feed/>',
};

/** Serves a small site; what comes back fetches from it. */
async function siteWith(headers: string | undefined, base = '') {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const files = headers === undefined ? FILES : { ...FILES, _headers: headers };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
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

test('who has the file already is told so, with the same headers', async () => {
  const fetchFrom = await siteWith(HEADERS);
  const first = await fetchFrom('/api/v1/articles.json');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await fetchFrom('/api/v1/articles.json', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get(CORS)).toBe('*');
});

test('a site without such a file is served all the same', async () => {
  const fetchFrom = await siteWith(undefined);
  const response = await fetchFrom('/api/v1/articles.json');
  expect([response.status, response.headers.get(CORS)]).toEqual([200, null]);
});

test('a mistake in the file is named', async () => {
  await expect(siteWith('/api/*\n  Access-Control-Allow-Origin:\n')).rejects.toThrow(
    '/_headers: Could not parse header line 2: Access-Control-Allow-Origin: Missing header value',
  );
});
