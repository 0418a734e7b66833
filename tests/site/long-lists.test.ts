import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, copyProject } from '../support/astro-project.ts';
import { pagesOf } from '../support/built-site.ts';
import { htmlRules } from '../support/html-rules.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

/** 120 faults are three pages; the second section begins in the middle of the second page. */
const FAULTS = { crash: 80, hang: 40 };

let project: string;

beforeAll(async () => {
  const content = makeContent();
  project = copyProject(content);
  rmSync(content, { recursive: true });
  const { code, output } = await build({ cwd: project });
  expect(code, output).toBe(0);
});

afterAll(() => rmSync(project, { recursive: true }));

/** All faults are in 1.0.0 and fixed in 1.2.0. */
const releases = {
  ecosystem: 'PyPI',
  package: 'demo',
  checked: '2026-06-01',
  releases: ['1.0.0', '1.2.0'].map((version) => ({ version, day: '2026-01-01', wheels: 'any' })),
};

/** Number of projects, one of which has all faults. */
const PROJECTS = 32;

/** Writes a library whose project has `FAULTS`, numbered from KF-0001, each published a day after the one before. */
function makeContent(): string {
  const content = mkdtempSync(path.join(os.tmpdir(), 'known-faults-content-'));
  const source = path.join(FIXTURE_LIBRARY, 'content');
  cpSync(path.join(source, 'projects'), path.join(content, 'projects'), { recursive: true });
  const demo = readFileSync(path.join(source, 'projects/demo.yaml'), 'utf8');
  for (let index = 1; index < PROJECTS; index += 1) {
    const text = demo
      .replace('name: Demo', `name: Demo ${index}`)
      .replace('name: demo }', `name: demo-${index} }`);
    writeFileSync(path.join(content, 'projects', `demo-${index}.yaml`), text);
  }
  mkdirSync(path.join(content, 'releases/PyPI'), { recursive: true });
  writeFileSync(path.join(content, 'releases/PyPI/demo.json'), JSON.stringify(releases));
  const template = readFileSync(path.join(source, 'articles/demo-crash/en.mdx'), 'utf8');
  const symptoms = Object.entries(FAULTS).flatMap(([symptom, count]) =>
    Array.from({ length: count }, () => symptom),
  );
  for (const [index, symptom] of symptoms.entries()) {
    const number = index + 1;
    const id = `KF-${String(number).padStart(4, '0')}`;
    const day = new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
    const text = template
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^title: .*$/m, `title: Fault ${number} of demo`)
      .replace(/^symptom: .*$/m, `symptom: ${symptom}`)
      .replace(/^published: .*$/m, `published: ${day}`)
      .replace(/^updated: .*$/m, `updated: ${day}`)
      .replace(/^signatures:\n.*\n/m, '')
      .replace(/^(?:aliases|related): .*\n/gm, '');
    // A slug may be a number, which must not be taken for a page.
    const folder = path.join(content, 'articles', String(number));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'en.mdx'), text);
  }
  return content;
}

const read = (file: string) => readFileSync(path.join(project, 'dist', file), 'utf8');
const documentAt = (page: string) => parseHTML(read(path.join(page, 'index.html'))).document;

type Document = ReturnType<typeof documentAt>;

const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
const attributes = (document: Document, selector: string, name: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));

const languages = [
  {
    prefix: '',
    title: 'Demo · page 2 of 3 · Known Faults',
    continued: ['Crash (continued) 80', 'Hang 40'],
    label: 'Pages of this list',
    steps: ['Previous page', 'Next page'],
    filter: 'Filter these 120 faults',
    more: 'and 110 more',
  },
  {
    prefix: '/zh',
    title: 'Demo · 第 2 页，共 3 页 · Known Faults',
    continued: ['崩溃（续） 80', '卡死 40'],
    label: '列表分页',
    steps: ['上一页', '下一页'],
    filter: '筛选这 120 个故障',
    more: '另有 110 个',
  },
];

describe.each(languages)('a list of 120 faults under "$prefix/"', (words) => {
  const list = `${words.prefix}/projects/demo/`;
  const pages = [list, `${list}page/2/`, `${list}page/3/`];

  test('has three pages, and each fault once', () => {
    const links = pages.map((page) => attributes(documentAt(page), '.fault-rows a', 'href'));
    expect(links.map(({ length }) => length)).toEqual([50, 50, 20]);
    const expected = Array.from({ length: 120 }, (_, n) => `${words.prefix}/articles/${n + 1}/`);
    expect(links.flat().toSorted()).toEqual(expected.toSorted());
    expect(() => documentAt(`${list}page/4/`)).toThrow();
  });

  test('continues a section on the next page, and leads from each page to each section', () => {
    const second = documentAt(pages[1] ?? '');
    expect(texts(second, 'section h2')).toEqual(words.continued);
    expect(attributes(documentAt(list), '.section-links a', 'href')).toEqual([
      '#crash',
      `${list}page/2/#hang`,
    ]);
    expect(attributes(second, '.section-links a', 'href')).toEqual([`${list}#crash`, '#hang']);
    expect(texts(second, 'title')).toEqual([words.title]);
  });

  test('names each page, and the ones before and after it', () => {
    const head = pages.map((page) => {
      const document = documentAt(page);
      return ['canonical', 'prev', 'next'].map((rel) =>
        attributes(document, `link[rel="${rel}"]`, 'href').map(
          (url) => new URL(url ?? '').pathname,
        ),
      );
    });
    expect(head).toEqual([
      [[pages[0]], [], [pages[1]]],
      [[pages[1]], [pages[0]], [pages[2]]],
      [[pages[2]], [pages[1]], []],
    ]);
  });

  test('has links to its pages that say which one is shown', () => {
    const second = documentAt(pages[1] ?? '');
    const nav = `nav[aria-label="${words.label}"]`;
    expect(texts(second, `${nav} > a`)).toEqual(words.steps);
    expect(attributes(second, `${nav} > a`, 'href')).toEqual([pages[0], pages[2]]);
    expect(attributes(second, `${nav} li a`, 'href')).toEqual(pages);
    expect(texts(second, `${nav} [aria-current="page"]`)).toEqual(['2']);
  });

  test('leads to the search instead of filtering one page', () => {
    const first = documentAt(list);
    expect(first.querySelector('kf-list-filter')).toBeNull();
    expect(texts(first, 'kf-list-search a')).toEqual([words.filter]);
    expect(attributes(first, 'kf-list-search a', 'href')).toEqual([
      `${words.prefix}/search/?project=demo`,
    ]);
  });

  test('describes the project and its releases on the first page only', () => {
    const documents = pages.map((page) => documentAt(page));
    expect(
      documents.map(
        (document) => document.querySelectorAll('.project-links, .which-release').length,
      ),
    ).toEqual([2, 0, 0]);
    expect(texts(documents[0] as Document, '.release-matrix td.ids span')).toEqual([words.more]);
  });

  test('is reached from the matrix on the page where the symptom begins', () => {
    expect(attributes(documentAt(`${words.prefix}/projects/`), '.matrix td a', 'href')).toEqual([
      `${list}#crash`,
      `${list}page/2/#hang`,
    ]);
  });

  test('has a feed of the 100 faults that changed last', () => {
    const feed = read(path.join(list, 'feed.xml'));
    expect(feed.match(/<entry>/g)).toHaveLength(100);
    expect(feed).toContain('/KF-0120/');
    expect(feed).toContain('/KF-0021/');
    expect(feed).not.toContain('/KF-0020/');
  });
});

test.each([
  ['/', '/projects/', 'All 32 projects'],
  ['/zh/', '/zh/projects/', '全部 32 个项目'],
])(
  '%s shows the 12 projects with most faults of a category, and leads to all',
  (home, all, text) => {
    const section = documentAt(home).querySelector('section[aria-labelledby="by-project"]');
    const category = section?.querySelector('.project-directory > li');
    const links = [...(category?.querySelectorAll('h3 + ul a') ?? [])].map((link) => ({
      href: link.getAttribute('href'),
      text: link.textContent.trim().replace(/\s+/g, ' '),
    }));
    expect(links).toHaveLength(13);
    expect(links[0]).toEqual({ href: `${all}demo/`, text: expect.stringMatching(/^Demo \d+$/) });
    expect(links[12]).toEqual({
      href: home + 'categories/scientific/',
      text: home === '/' ? '20 more' : '另有 20 个',
    });
    const inCategory = documentAt(`${home}categories/scientific/`);
    expect(inCategory.querySelectorAll('[aria-labelledby="projects-title"] .tiles a')).toHaveLength(
      PROJECTS,
    );
    const button = section?.querySelector('a.button');
    expect([button?.getAttribute('href'), button?.textContent.trim()]).toEqual([all, text]);
    expect(documentAt(all).querySelectorAll('.project-entries li')).toHaveLength(PROJECTS);
  },
);

test('every page of a list is valid HTML and in the sitemap', async () => {
  const pages = pagesOf(path.join(project, 'dist')).filter((file) => file.includes('/page/'));
  // Two more pages of all faults, of the project, of each platform and each Python, in two languages; one of crashes.
  expect(pages.length).toBeGreaterThan(20);
  const validator = new HtmlValidate(htmlRules);
  const reports = await Promise.all(pages.map((page) => validator.validateString(read(page))));
  expect(reports.flatMap(({ results }) => results.flatMap(({ messages }) => messages))).toEqual([]);
  const sitemap = read('sitemap-0.xml');
  const missing = pages.filter(
    (page) => !sitemap.includes(`<loc>http://localhost:4321/${page.replace('index.html', '')}`),
  );
  expect(missing).toEqual([]);
});

test('a list of 40 faults has one page with filters', () => {
  const hangs = documentAt('/symptoms/hang/');
  expect(
    hangs.querySelectorAll('kf-list-filter .fault-rows > li[data-project="demo"]'),
  ).toHaveLength(40);
  expect(hangs.querySelector('.page-links, kf-list-search')).toBeNull();
});
