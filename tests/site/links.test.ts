import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { build, copyProject } from '../support/astro-project.ts';
import { dist, pagesOf } from '../support/built-site.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

const BASE = '/known-faults';

/** Follows all links within a site from its home page. */
async function walk(dir: string, base: string) {
  const server = await serve({ dir, port: 0, base });
  // A connection that the server closes when idle fails the request that is just being sent on it.
  server.keepAliveTimeout = 0;
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
        // The text for the search box, not an anchor.
        .filter(({ url }) => !url.includes('#paste='))
        .map(({ url, parent, status }) => `${parent} -> ${url} (${status})`),
    };
  } finally {
    server.close();
  }
}

/** Returns the pages of articles in a built site, without those that only forward from an earlier slug. */
function articlePages(dir: string): string[] {
  return pagesOf(dir).filter(
    (page) =>
      /^(?:zh\/)?articles\/./.test(page) &&
      !readFileSync(path.join(dir, page), 'utf8').includes('http-equiv="refresh"'),
  );
}

test('every link and anchor of the site works, and links lead to every article', async () => {
  const { visited, broken } = await walk(dist, '');
  expect(broken).toEqual([]);
  const unreached = articlePages(dist).filter(
    (page) => !visited.has(`/${page.replace('index.html', '')}`),
  );
  expect(unreached).toEqual([]);
});

test('all links of a site with a base path stay below it', async () => {
  const project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  const { code, output } = await build({ cwd: project, env: { BASE_PATH: BASE } });
  expect(code, output).toBe(0);
  const basedDist = path.join(project, 'dist');
  const { visited, broken } = await walk(basedDist, BASE);
  expect(broken).toEqual([]);
  expect([...visited].filter((pathname) => !pathname.startsWith(`${BASE}/`))).toEqual([]);
  const unreached = articlePages(basedDist).filter(
    (page) => !visited.has(`${BASE}/${page.replace('index.html', '')}`),
  );
  expect(unreached).toEqual([]);
});
