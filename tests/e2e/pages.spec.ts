import { count, expect, languages, library, pageTypes, test, walrus } from '../support/page-fixture.ts';

for (const { prefix, lang } of languages) {
  test.describe(`in ${lang}`, () => {
    for (const [name, path] of Object.entries(pageTypes)) {
      test(`${name}: one heading, the language, and a switch that stays on the page`, async ({
        page,
      }) => {
        await page.goto(prefix + path);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        const other = prefix === '' ? `/zh${path}` : path;
        await page.locator('[data-switch-language]').click();
        await expect(page).toHaveURL(other);
        await page.goBack();
        await expect(page).toHaveURL(prefix + path);
      });
    }

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('one gets from the home page through the matrix to an article', async ({ page }) => {
        await page.goto(`${prefix}/`);
        await page.locator('.matrix a[href$="/projects/cython/#crash"]').click();
        await expect(page).toHaveURL(`${prefix}/projects/cython/#crash`);
        await page.locator(`section[aria-labelledby="crash"] a[href="${prefix}${walrus}"]`).click();
        await expect(page).toHaveURL(prefix + walrus);
        await expect(page.locator('.message').first()).toContainText('Acquisition count is -1');
      });

      for (const path of [
        '/symptoms/link-error/',
        '/platforms/macos/',
        '/python/3.13/',
        '/articles/',
      ]) {
        test(`${path} lists faults`, async ({ page }) => {
          await page.goto(prefix + path);
          await expect(page.locator('.fault a').first()).toBeVisible();
          await expect(page.locator('.needs-script').first()).toBeHidden();
        });
      }

      test('the search page says so and offers the browse pages', async ({ page }) => {
        await page.goto(`${prefix}/search/?q=walrus`);
        await expect(page.locator('.notice')).toBeVisible();
        await page.locator('.notice a').first().click();
        await expect(page).toHaveURL(`${prefix}/articles/`);
      });

      for (const address of [
        '/KF-0001/',
        '/github.com/cython/cython/issues/6434/',
        '/github.com/cython/cython/pull/6436/',
      ]) {
        test(`${address} leads to the article`, async ({ page }) => {
          await page.goto(prefix + address);
          await expect(page).toHaveURL(prefix + walrus);
        });
      }
    });
  });
}

test('the matrix counts what is there, and every cell leads to as many faults', async ({
  page,
}) => {
  // It opens a page for each of a hundred cells.
  test.slow();
  await page.goto('/');
  const cells = await page.locator('.matrix td a').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      count: Number(link.textContent),
    })),
  );
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(library.length);
  for (const { href, count } of cells) {
    await page.goto(href);
    const section = page.locator(`section[aria-labelledby="${href.split('#')[1]}"]`);
    await expect(section.locator('.fault')).toHaveCount(count);
  }
});

test.describe('an address that does not exist', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  for (const [typed, prefix] of [
    ['/github.com/Cython/Cython/issues/6434', ''],
    ['/github.com/cython/cython/6434/', ''],
    ['/github.com/cython/cython/pull/6434/files#issuecomment-1', ''],
    ['/zh/GITHUB.com/cython/cython/issue/6434', '/zh'],
  ] as const) {
    test(`leads to the article all the same where ${typed} was meant`, async ({ page }) => {
      await page.goto(typed);
      await expect(page).toHaveURL(new RegExp(`^[^#]*${prefix}${walrus}(?:#.*)?$`));
    });
  }

  test('of an issue that no article cites stays where it is', async ({ page }) => {
    await page.goto('/github.com/cython/cython/issues/1/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.waitForLoadState('networkidle');
    await expect(page).toHaveURL('/github.com/cython/cython/issues/1/');
  });

  test('gets the page that says so, in both languages', async ({ page }) => {
    const response = await page.goto('/articles/no-such-fault/');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(page.locator('section[lang="zh-Hans"] h2:visible')).toHaveText('页面不存在');
  });
});

test('every badge is an image with a title, well-formed', async ({ page }) => {
  await page.goto('/');
  const badges = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const text = await (await fetch(address)).text();
          const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
          const title = svg.querySelector('svg[role=img] > title')?.textContent ?? 'no title';
          return svg.querySelector('parsererror')?.textContent ?? title;
        }),
      ),
    library.flatMap(({ id }) => [`/badge/${id}.svg`, `/zh/badge/${id}.svg`]),
  );
  library.forEach(({ id }, index) => {
    expect(badges[2 * index]).toMatch(
      new RegExp(`^known fault ${id}: (?:fixed in \\S+|fixed|workaround|open|by design)$`),
    );
    expect(badges[2 * index + 1]).toMatch(
      new RegExp(`^已知故障 ${id}: (?:\\S+ 已修复|已修复|可绕过|未解决|设计如此)$`),
    );
  });
});

test('the facts are there for programs, in the shape that was promised', async ({
  request,
  baseURL,
}) => {
  const all = await (await request.get('/api/v1/articles.json')).json();
  const ids = all.map((article: { id: string }) => article.id);
  expect(ids).toEqual(ids.toSorted());
  expect(ids[0]).toBe('KF-0001');
  const one = await (await request.get('/api/v1/articles/KF-0001.json')).json();
  expect(one).toEqual(all[0]);
  expect(one).toMatchObject({
    id: 'KF-0001',
    slug: 'cython-memoryview-walrus-acquisition-count-crash',
    project: 'cython',
    component: 'memoryviews',
    symptom: 'crash',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.1.0' }],
    languages: ['en', 'zh'],
    published: '2026-11-21',
    aliases: [],
  });
  expect(new URL(one.url).pathname).toBe(walrus);
  expect(baseURL).toBeDefined();
});

test('it is there for programs which articles cite an address upstream', async ({ request }) => {
  const cited = await (await request.get('/api/v1/upstream.json')).json();
  expect(cited['https://github.com/cython/cython/issues/6434']).toEqual(['KF-0001']);
  expect(Object.keys(cited)).toEqual(Object.keys(cited).toSorted());
});

for (const { prefix, lang } of languages) {
  test(`feeds in ${lang} are Atom, with every article once and ids that stay`, async ({ page }) => {
    for (const [path, articles] of [
      ['/', library.length],
      ['/projects/cython/', count({ project: 'cython' })],
      ['/symptoms/crash/', count({ symptom: 'crash' })],
      ['/symptoms/performance/', count({ symptom: 'performance' })],
    ] as const) {
      await page.goto(prefix + path);
      const address = await page
        .locator('link[type="application/atom+xml"]')
        .evaluate((link: HTMLLinkElement) => link.href);
      const feed = await page.evaluate(async (url) => {
        const text = await (await fetch(url)).text();
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        const all = (name: string, within: Element | Document = xml) =>
          [...within.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)].map((element) =>
            (element.textContent ?? '').trim(),
          );
        return {
          broken: xml.querySelector('parsererror')?.textContent,
          root: xml.documentElement.localName,
          entries: [...xml.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'entry')].map(
            (entry) => ({
              id: all('id', entry)[0],
              title: all('title', entry)[0],
              summary: all('summary', entry)[0],
              updated: all('updated', entry)[0],
            }),
          ),
        };
      }, address);
      expect(feed.broken).toBeUndefined();
      expect(feed.root).toBe('feed');
      expect(feed.entries, path).toHaveLength(articles);
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(articles);
      for (const { id, title, summary, updated } of feed.entries) {
        expect(new URL(id ?? '').pathname).toMatch(/^\/KF-\d{4}\/$/);
        expect(title).toBeTruthy();
        expect(summary).toBeTruthy();
        expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00/);
      }
    }
  });
}

test('search engines are told what there is, and nothing that only forwards', async ({
  request,
}) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap-index.xml');
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  expect(sitemap).toContain(`${walrus}</loc>`);
  expect(sitemap).toContain(`/zh${walrus}</loc>`);
  expect(sitemap).not.toMatch(/KF-0001|github\.com|404/);
});

test('the theme follows the system until the reader chooses, and the choice is kept', async ({
  page,
}) => {
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  expect(dark).not.toBe(light);

  await page.getByLabel('Color theme').selectOption('light');
  expect(await ground()).toBe(light);
  await page.goto('/projects/');
  expect(await ground()).toBe(light);
  await expect(page.getByLabel('Color theme')).toHaveValue('light');

  await page.getByLabel('Color theme').selectOption('system');
  expect(await ground()).toBe(dark);
});

for (const width of [320, 768, 1280, 1920]) {
  test(`nothing is wider than a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of Object.values(pageTypes)) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  });
}
