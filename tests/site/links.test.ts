import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { build, dist, pagesOf, root } from '../support/built-site.ts';

const BASE = '/known-faults';
const basedDist = path.join(root, 'dist-base');

afterAll(() => rmSync(basedDist, { recursive: true, force: true }));

/** Walks a served site from its home page; links that leave it are not followed. */
async function walk(dir: string, base: string) {
  const server = await serve({ dir, port: 0, base });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    const { links } = await new LinkChecker().check({
      path: `${origin}${base}/`,
      recurse: true,
      checkFragments: true,
      concurrency: 20,
      linksToSkip: async (url) => !url.startsWith(origin),
    });
    const inside = links.filter(({ state }) => state !== LinkState.SKIPPED);
    return {
      visited: new Set(inside.map(({ url }) => new URL(url).pathname)),
      broken: inside
        .filter(({ state }) => state === LinkState.BROKEN)
        .map(({ url, parent, status }) => `${parent} -> ${url} (${status})`),
    };
  } finally {
    server.close();
  }
}

test('no link or anchor of the site is dead', async () => {
  const { visited, broken } = await walk(dist, '');
  expect(broken).toEqual([]);
  // Earlier slugs have pages that only lead on; nothing within the site links to them.
  const leadsOn = (page: string) =>
    readFileSync(path.join(dist, page), 'utf8').includes('http-equiv="refresh"');
  const articles = pagesOf(dist).filter(
    (page) => /^(?:zh\/)?articles\/./.test(page) && !leadsOn(page),
  );
  const reached = articles.filter((page) => visited.has(`/${page.replace('index.html', '')}`));
  expect(reached).toEqual(articles);
});

test('a build under a base path is whole, and links nowhere else', async () => {
  const { code, output } = await build({ outDir: basedDist, env: { BASE_PATH: BASE } });
  expect(code, output).toBe(0);
  const { visited, broken } = await walk(basedDist, BASE);
  expect(broken).toEqual([]);
  const pages = [...visited].filter((pathname) => pathname.endsWith('/'));
  expect(pages.length).toBeGreaterThan(300);
  expect([...visited].filter((pathname) => !pathname.startsWith(`${BASE}/`))).toEqual([]);
});
