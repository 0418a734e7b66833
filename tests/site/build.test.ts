import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build, copyProject, type AstroOptions } from '../support/astro-project.ts';
import { damagedCaches, otherMachine } from '../support/build-variants.ts';
import { differencesBetween, digestsOf } from '../support/built-site.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

const closed = { state: 'closed', closed: '2026-03-01', checked: '2026-03-04' };

/** States of upstream issues; the first is older than the article, whose own state then counts. */
const upstream = {
  checked: '2026-01-02',
  addresses: {
    'https://github.com/example/demo/issues/1': { state: 'open' },
    'https://github.com/example/demo/issues/2': closed,
    'https://github.com/example/demo/issues/3': closed,
  },
  packages: {},
};

/** Copies the project with the fixture library, the states above and an issue that both articles cite. */
function fixtureProject(): string {
  const project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
  writeFileSync(path.join(project, 'content/upstream.json'), JSON.stringify(upstream));
  const issue = '{ kind: issue, url: "https://github.com/example/demo/issues/3", state: closed }';
  for (const slug of ['demo-crash', 'demo-hang']) {
    edit(project, `articles/${slug}/en.mdx`, 'upstream:\n', `upstream:\n  - ${issue}\n`);
  }
  addFault(project, 'demo-pair', {
    id: 'KF-9003',
    cause: 'incompatibility',
    versions: 'compatibility: [{ table: demo-numpy, side: newer }]',
  });
  mkdirSync(path.join(project, 'content/compatibility'));
  writeFileSync(
    path.join(project, 'content/compatibility/demo-numpy.yaml'),
    `package: { ecosystem: PyPI, name: demo }
with: numpy
source: https://example.org/versions
checked: 2026-01-02
rows:
  - { introduced: "1.0", fixed: "1.2", works: ">=1.22,<2.0" }
  - { introduced: "1.2", works: ">=1.24" }
`,
  );
  addFault(project, 'demo-usage', { id: 'KF-9004', cause: 'usage', versions: 'concerns: [demo]' });
  return project;
}

/** Adds an article whose versions are those of another kind of cause. */
function addFault(
  project: string,
  slug: string,
  { id, cause, versions }: { id: string; cause: string; versions: string },
): void {
  const articles = path.join(project, 'content/articles');
  mkdirSync(path.join(articles, slug));
  const text = readFileSync(path.join(articles, 'demo-crash/en.mdx'), 'utf8')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^title: .*$/m, `title: A fault of ${slug}`)
    .replace(/^cause: .*$/m, `cause: ${cause}`)
    .replace(/^status: .*$/m, 'status: workaround')
    .replace(/^affected:\n.*$/m, versions)
    .replace(/^signatures:\n.*\n/m, '')
    .replace(/^(?:aliases|related): .*\n/gm, '');
  writeFileSync(path.join(articles, slug, 'en.mdx'), text);
}

function edit(project: string, file: string, from: string, to: string): void {
  const target = path.join(project, 'content', file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
}

async function buildWell(project: string, options: Omit<AstroOptions, 'cwd'> = {}): Promise<void> {
  const { code, output } = await build({ cwd: project, ...options });
  expect(code, output).toBe(0);
}

describe('the site of a small library', () => {
  let project: string;
  const file = (name: string) => readFileSync(path.join(project, 'dist', name), 'utf8');
  const page = (name: string) => file(`${name}/index.html`);
  const textOf = (name: string) =>
    page(name)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  beforeAll(async () => {
    project = fixtureProject();
    await buildWell(project, { env: { TZ: 'UTC' } });
  });

  afterAll(() => rmSync(project, { recursive: true }));

  test.each([otherMachine, damagedCaches])(
    'is the same to the byte $title',
    async ({ options, prepare }) => {
      const other = fixtureProject();
      onTestFinished(() => rmSync(other, { recursive: true }));
      await prepare?.(other);
      await buildWell(other, options);
      const expected = digestsOf(path.join(project, 'dist'));
      const found = digestsOf(path.join(other, 'dist'));
      expect(differencesBetween(expected, found)).toEqual([]);
    },
  );

  test('has a Chinese page for an article without a translation, which is the English one to others', () => {
    const untranslated = page('zh/articles/demo-crash');
    expect(untranslated).toContain('<html lang="zh-Hans">');
    expect(untranslated).toContain('本文还没有中文版');
    expect(untranslated).toContain('<h1 lang="en"');
    expect(untranslated).toContain(
      'rel="canonical" href="http://localhost:4321/articles/demo-crash/"',
    );
    // Its card has Chinese labels.
    for (const found of [untranslated, page('zh/KF-9001')]) {
      expect(found).toContain('"og:url" content="http://localhost:4321/articles/demo-crash/"');
      expect(found).toContain('"og:image" content="http://localhost:4321/zh/cards/KF-9001.png"');
    }
  });

  test('marks a translation that is older than its source', () => {
    expect(page('zh/articles/demo-hang')).toContain('英文原文已更新');
  });

  test('leads from an earlier slug to the article, and from an article to related ones', () => {
    expect(page('articles/demo-import-crash')).toMatch(/content="0; url=\/articles\/demo-crash\/"/);
    expect(page('articles/demo-crash')).toMatch(
      /<h2 id="look-alikes">Similar errors<\/h2>.*<a href="\.\.\/demo-hang\/">demo\.wait never returns<\/a>/s,
    );
    expect(page('articles/demo-crash')).toContain('<a href="#look-alikes">Similar errors</a>');
  });

  test('lists all articles that cite an upstream address', () => {
    const citing = page('github.com/example/demo/issues/3');
    expect(citing).toContain('href="/articles/demo-crash/"');
    expect(citing).toContain('href="/articles/demo-hang/"');
  });

  test('keeps pages that forward or are not translated out of the sitemap', () => {
    expect(file('sitemap-0.xml')).not.toMatch(
      /demo-import-crash|zh\/articles\/demo-crash|github\.com/,
    );
  });

  test('names the translations of a page in the sitemap', () => {
    expect(file('sitemap-0.xml')).toContain(
      '<xhtml:link rel="alternate" hreflang="zh-Hans" href="http://localhost:4321/zh/articles/demo-hang/"/>',
    );
  });

  test('names the affected range of a package without known releases', () => {
    expect(textOf('articles/demo-crash')).toContain(
      'Affected versions: demo 1.0.0 to before 1.2.0 first fixed in 1.2.0',
    );
    expect(textOf('articles/demo-hang')).toContain(
      'Affected versions: demo-rs crates.io 0.3.0 or later no fixed release',
    );
    expect(page('articles/demo-crash')).not.toContain('class="release-strip"');
  });

  test('shows an incompatible pair as a table, with the source of what works', () => {
    const english = page('articles/demo-pair');
    const [table = ''] = /<table data-partners="numpy".*?<\/table>/s.exec(english) ?? [];
    const rows = [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<t[hd](?:[^>"]|"[^"]*")*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
        cell?.trim(),
      ),
    );
    expect(rows).toEqual([
      ['demo', 'Fails with numpy', 'Works with numpy'],
      ['1.2 or later', 'none', '1.24 or later'],
      ['1.0 to before 1.2', '2.0 or later', '1.22 to before 2.0'],
    ]);
    expect(textOf('articles/demo-pair')).toContain('Source: example.org checked on 2026-01-02');
    expect(english).not.toContain('class="release-strip"');
    expect([...english.matchAll(/ data-package="(\w+)" data-ecosystem="PyPI" sp/g)]).toHaveLength(
      2,
    );
  });

  test('asks for no versions if no release has the fault', () => {
    const english = page('articles/demo-usage');
    expect(textOf('articles/demo-usage')).toContain(
      'No release has this fault: it comes from the code that uses the package.',
    );
    expect(english).not.toMatch(/<kf-affected-form|class="release-strip"|class="pairs"/);
    expect(textOf('zh/articles/demo-usage')).toContain(
      '没有哪个版本带有这个故障：原因在于调用这个包的代码。',
    );
  });

  test('shows the state of upstream issues when last checked, and the day', () => {
    expect(textOf('articles/demo-hang')).toContain(
      'example/demo#2 issue · closed Last checked on 2026-03-04',
    );
    expect(textOf('zh/articles/demo-hang')).toContain(
      'example/demo#2 issue · 已关闭 最近核对：2026-03-04',
    );
    expect(textOf('articles/demo-crash')).toContain('example/demo#1 issue · closed');
    expect(textOf('articles/demo-crash')).not.toContain('Last checked');
    const api = JSON.parse(file('api/v1/articles/KF-9002.json'));
    expect(api.upstream.at(-1).state).toBe('open');
  });
});

test.each([
  [
    'article',
    'articles/demo-crash/en.mdx',
    'platforms: [linux, windows]',
    'platforms: [linux, window]',
    'content/articles/demo-crash/en.mdx:8 platforms[1]: found "window"; allowed: linux, macos, windows',
  ],
  [
    'record of upstream',
    'upstream.json',
    '"checked":"2026-01-02"',
    '"checked":"today"',
    'content/upstream.json checked: found "today"; allowed: a date such as 2026-11-21',
  ],
])(
  'an invalid %s stops the build with one line and no stack',
  async (_what, file, from, to, line) => {
    const project = fixtureProject();
    onTestFinished(() => rmSync(project, { recursive: true }));
    edit(project, file, from, to);
    const { code, output } = await build({ cwd: project });
    expect(code).not.toBe(0);
    expect(output).toContain(line);
    expect(output).not.toMatch(/Stack trace|Hint|^\s+at /m);
  },
);
