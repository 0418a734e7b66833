import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build, digestsOf, dist, root } from '../support/built-site.ts';
import { projectCopy } from '../support/project-copy.ts';

test('two builds of one state are the same to the byte', async () => {
  const again = path.join(root, 'dist-again');
  onTestFinished(() => rmSync(again, { recursive: true, force: true }));
  const { code, output } = await build({ outDir: again });
  expect(code, output).toBe(0);
  expect(digestsOf(again)).toEqual(digestsOf(dist));
});

test('a wrong article stops the build with one clear line and no stack', async () => {
  const workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  onTestFinished(() => rmSync(workshop, { recursive: true }));
  const article = path.join(workshop, 'content/articles/demo-crash/en.mdx');
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, text.replace('platforms: [linux, windows]', 'platforms: [linux, window]'));

  const { code, output } = await build({ cwd: workshop });
  expect(code).not.toBe(0);
  expect(output).toContain(
    'content/articles/demo-crash/en.mdx:8 platforms[1]: found "window"; allowed: linux, macos, windows',
  );
  expect(output).not.toMatch(/Stack trace|Hint|^\s+at /m);
});

test('an article that is not translated, an old address and a shared one are all reachable', async () => {
  const workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  onTestFinished(() => rmSync(workshop, { recursive: true }));
  const shared = 'https://github.com/example/demo/issues/1';
  const article = path.join(workshop, 'content/articles/demo-hang/en.mdx');
  const text = readFileSync(article, 'utf8');
  writeFileSync(article, text.replace('https://github.com/example/demo/issues/2', shared));

  const { code, output } = await build({ cwd: workshop });
  expect(code, output).toBe(0);
  const page = (file: string) =>
    readFileSync(path.join(workshop, 'dist', file, 'index.html'), 'utf8');

  const untranslated = page('zh/articles/demo-crash');
  expect(untranslated).toContain('<html lang="zh-Hans">');
  expect(untranslated).toContain('本文还没有中文版');
  expect(untranslated).toContain('<h1 lang="en"');
  expect(untranslated).toContain(
    'rel="canonical" href="http://localhost:4321/articles/demo-crash/"',
  );
  // Its card has Chinese labels; elsewhere it is the English page, by whatever address it was found.
  for (const found of [untranslated, page('zh/KF-9001')]) {
    expect(found).toContain('"og:url" content="http://localhost:4321/articles/demo-crash/"');
    expect(found).toContain('"og:image" content="http://localhost:4321/zh/cards/KF-9001.png"');
  }
  expect(page('zh/articles/demo-hang')).toContain('英文原文已更新');
  expect(page('articles/demo-import-crash')).toContain('content="0; url=/articles/demo-crash/"');
  expect(page('articles/demo-crash')).toMatch(
    /<section class="related".*href="\/articles\/demo-hang\/"/s,
  );
  const several = page('github.com/example/demo/issues/1');
  expect(several).toContain('href="/articles/demo-crash/"');
  expect(several).toContain('href="/articles/demo-hang/"');
  const sitemap = readFileSync(path.join(workshop, 'dist/sitemap-0.xml'), 'utf8');
  expect(sitemap).not.toMatch(/demo-import-crash|zh\/articles\/demo-crash|github\.com/);
});

test('a package whose releases nobody has asked for has a picture of its range, in words as well', async () => {
  const workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  onTestFinished(() => rmSync(workshop, { recursive: true }));
  const { code, output } = await build({ cwd: workshop });
  expect(code, output).toBe(0);
  const page = (file: string) =>
    readFileSync(path.join(workshop, 'dist', file, 'index.html'), 'utf8');

  const english = page('articles/demo-crash');
  expect(english).toContain(
    'aria-label="Versions of demo: from 1.0.0 up to, not with, 1.2.0; 1.2.0 is the first without it."',
  );
  const strip = /<figure class="release-strip"[\s\S]*?<\/figure>/.exec(english)?.[0] ?? '';
  const kinds = [...strip.matchAll(/<path class="(\w+)"/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(['free', 'has', 'first']);
  expect(strip).toContain('not to scale');
  expect(page('zh/articles/demo-crash')).toContain(
    'aria-label="demo 的版本：1.0.0 起，到 1.2.0 之前；1.2.0 起不再有。"',
  );
});
