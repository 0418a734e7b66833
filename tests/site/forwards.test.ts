import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { upstreamPath } from '../../src/domain/addresses/addresses.ts';
import { build, copyProject } from '../support/astro-project.ts';
import { dist, filesOf } from '../support/built-site.ts';
import { FIXTURE_LIBRARY, root } from '../support/root.ts';

const jsonOf = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

interface Facts {
  id: string;
  slug: string;
  aliases: string[];
}

describe('on a plain file server, without scripts,', () => {
  const articles = jsonOf<Facts[]>(path.join(dist, 'api/v1/articles.json'));
  const slugOf = new Map(
    articles.flatMap(({ id, slug, aliases }) => [id, slug, ...aliases].map((name) => [name, slug])),
  );
  const articlesOf = (names: readonly string[], prefix = '') =>
    [...new Set(names)].map((name) => `${prefix}/articles/${slugOf.get(name)}/`).sort();

  let server: Server;

  beforeAll(async () => {
    server = await serve({ dir: dist, port: 0 });
  });

  afterAll(() => {
    server.close();
  });

  /** Returns where an address leads without scripts: to one article at once, or to those that it lists in English. */
  async function targetsOf(address: string): Promise<string[]> {
    const response = await fetch(
      `http://localhost:${(server.address() as AddressInfo).port}${address}`,
    );
    const text = await response.text();
    if (response.status !== 200) return [`status ${response.status}`];
    const refresh = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1];
    if (refresh !== undefined) return [refresh];
    const links = parseHTML(text).document.querySelectorAll(
      'section[data-locale="en"] .fault-title a',
    );
    return [...links].map((link) => link.getAttribute('href') ?? '').sort();
  }

  /** Returns a line for each address that does not lead to its articles. */
  async function wrongOnes(expected: Iterable<[address: string, articles: string[]]>) {
    const wrong: string[] = [];
    for (const [address, wanted] of expected) {
      const found = await targetsOf(address);
      if (found.join() !== wanted.join()) wrong.push(`${address} leads to ${found.join()}`);
    }
    return wrong;
  }

  test('every address of a message that was ever published leads to its article', async () => {
    const { addresses } = jsonOf<{ addresses: Record<string, string[]> }>(
      path.join(root, 'content/message-addresses.json'),
    );
    const entries = Object.entries(addresses);
    expect(entries.length).toBeGreaterThan(500);
    const wrong = await wrongOnes(entries.map(([address, names]) => [address, articlesOf(names)]));
    expect(wrong).toEqual([]);
  });

  test('every cited upstream address behind our host leads to its article', async () => {
    const cited = Object.entries(
      jsonOf<Record<string, string[]>>(path.join(dist, 'api/v1/upstream.json')),
    ).flatMap(([url, ids]) => {
      const address = upstreamPath(url);
      return address === undefined ? [] : [[address, articlesOf(ids)] as [string, string[]]];
    });
    expect(cited.length).toBeGreaterThan(500);
    expect(await wrongOnes(cited)).toEqual([]);
  });

  test('every permalink and earlier slug leads to its article in its language', async () => {
    const expected = articles.flatMap(({ id, aliases }) =>
      [`/${id}/`, ...aliases.map((alias) => `/articles/${alias}/`)].flatMap((address) =>
        ['', '/zh'].map(
          (prefix) => [prefix + address, articlesOf([id], prefix)] as [string, string[]],
        ),
      ),
    );
    expect(expected.length).toBeGreaterThan(200);
    expect(await wrongOnes(expected)).toEqual([]);
  });
});

test('language-neutral addresses have no copy in another language', () => {
  const copies = filesOf(dist).filter((file) =>
    /^zh\/(?:github\.com|gitlab\.com|e|badge)\//.test(file),
  );
  expect(copies).toEqual([]);
});

test('the parts of upstream.json are all of its threads', () => {
  const whole = jsonOf<Record<string, string[]>>(path.join(dist, 'api/v1/upstream.json'));
  const folder = path.join(dist, 'api/v1/upstream');
  const parts = filesOf(folder);
  expect(parts).toHaveLength(100);
  const joined = Object.assign(
    {},
    ...parts.map((file) => jsonOf<Record<string, string[]>>(path.join(folder, file))),
  );
  const threads = Object.entries(whole).filter(([url]) => upstreamPath(url) !== undefined);
  expect(joined).toEqual(Object.fromEntries(threads));
});

describe('a site with more files than MAX_FILES', () => {
  let project: string;
  let output: string;

  beforeAll(async () => {
    project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
    const result = await build({ cwd: project, env: { MAX_FILES: '100', BASE_PATH: '/kf' } });
    expect(result.code, result.output).toBe(0);
    output = result.output;
  });

  afterAll(() => rmSync(project, { recursive: true }));

  const has = (file: string) => existsSync(path.join(project, 'dist', file));

  test('says so', () => {
    expect(output).toContain(
      '5 of 7 forwarding addresses are files (MAX_FILES is 100); the 404 page answers the others',
    );
  });

  test('has files for the essential addresses, and lookups for the others', () => {
    for (const address of [
      'KF-9001',
      'zh/KF-9001',
      'articles/demo-import-crash',
      'zh/articles/demo-import-crash',
      'github.com/example/demo/issues/1',
    ]) {
      expect(has(`${address}/index.html`), address).toBe(true);
    }
    expect(has('e/1/92dc7110e9e24245/index.html')).toBe(false);
    expect(jsonOf(path.join(project, 'dist/e/1/92.json'))).toEqual({
      '/e/1/92dc7110e9e24245/': ['KF-9001'],
    });
  });

  test('lets a host redirect the others to a language-neutral address of the same article', () => {
    const rules = readFileSync(path.join(project, 'dist/_redirects'), 'utf8').split('\n');
    expect(rules[0]).toBe('/kf/e/1/7938cccc65cca9cc/ /kf/github.com/example/demo/issues/1/ 302');
    expect(rules).toContain('/kf/zh/e/* /kf/e/:splat?lang=zh 301');
  });
});
