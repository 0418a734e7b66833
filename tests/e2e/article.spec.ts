import { expect, languages, test, walrus } from '../support/page-fixture.ts';

for (const { locale, prefix } of languages) {
  test.describe(`an article in ${locale}`, () => {
    test('shows its facts, each a link where there is a page for it', async ({ page }) => {
      await page.goto(prefix + walrus);
      const facts = page.locator('.facts');
      await expect(facts.locator('.id')).toHaveText('KF-0001');
      await expect(facts.locator('.range .package')).toHaveText('cython');
      await expect(facts.locator('.range')).toContainText('3.0.0');
      await expect(facts.locator('.range .version')).toHaveText('3.1.0');
      await expect(facts.locator('.status')).toHaveText(locale === 'en' ? 'Fixed' : '已修复');
      await expect(facts.locator('code')).toHaveText('>=3.8');
      await expect(facts.locator('.versions a')).toHaveText([
        '3.8',
        '3.9',
        '3.10',
        '3.11',
        '3.12',
        '3.13',
        '3.14',
        '3.15',
      ]);
      await expect(facts.locator('.upstream li').first()).toContainText('cython/cython#6434');
      await expect(facts.locator('.upstream li').first()).toContainText(
        locale === 'en' ? 'issue · closed' : 'issue · 已关闭',
      );
      await expect(facts).toContainText('2026-11-21');
      await facts.getByRole('link', { name: 'Windows' }).click();
      await expect(page).toHaveURL(`${prefix}/platforms/windows/`);
    });

    test('its contents lead to every section, under anchors that do not depend on the language', async ({
      page,
    }) => {
      await page.goto(prefix + walrus);
      const anchors = await page
        .locator('.contents a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(anchors).toEqual([
        '#what-you-see',
        '#are-you-affected',
        '#what-to-do',
        '#workarounds',
        '#cause',
        '#reproduce',
        '#look-alikes',
        '#upstream',
      ]);
      await page.locator('.contents a').nth(4).click();
      await expect(page.locator('#cause')).toBeInViewport();
    });

    test('copies its permalink', async ({ page, context, baseURL }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(prefix + walrus);
      const button = page.locator('.permalink > button');
      await button.click();
      await expect(button).toHaveText(locale === 'en' ? 'Copied' : '已复制');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(new URL(copied).pathname).toBe(`${prefix}/KF-0001/`);
      const response = await page.goto(new URL(copied).pathname);
      expect(response?.ok()).toBe(true);
      await expect(page).toHaveURL(`${baseURL}${prefix}${walrus}`);
    });

    test('copies a link for Markdown, for reStructuredText, a reply, and a badge', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(prefix + walrus);
      await page.locator('.link-this summary').click();
      const copied = async (name: RegExp) => {
        await page.locator('.link-this').getByRole('button', { name }).click();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      const title = await page.locator('h1').textContent();
      // Links that leave the page name the site's own host, wherever it is looked at.
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
      const address = new URL(`${prefix}/KF-0001/`, canonical ?? '').href;
      const link = `[${title}](${address})`;
      expect(await copied(/Markdown/)).toBe(link);
      expect(await copied(/reStructured/)).toBe(`\`${title} <${address}>\`__`);
      const reply = await copied(/Reply|回复/);
      expect(reply).toContain(link);
      expect(reply).toContain('cython');
      expect(reply).toContain('3.1.0');
      expect(reply.split('\n\n')).toHaveLength(4);
      const badge = new URL(`${prefix}/badge/KF-0001.svg`, address).href;
      const label = locale === 'en' ? 'known fault KF-0001' : '已知故障 KF-0001';
      expect(await copied(/Badge|徽章/)).toBe(`[![${label}](${badge})](${address})`);
    });

    test('links to its sections, and copies the address of one', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(prefix + walrus);
      const heading = page.locator('.text h2#cause');
      await heading.hover();
      await heading.getByRole('link').click();
      await expect(page).toHaveURL(`${prefix}${walrus}#cause`);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(page.url());
    });

    test('copies code, and of a shell session only the commands', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(prefix + walrus);
      const copy = async (text: string) => {
        const figure = page.locator('figure.code', { hasText: text }).first();
        await figure.hover();
        await figure.getByRole('button').click();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      expect(await copy('Generated by Cython 3.0.12')).toBe('head -1 walrus.c');
      expect(await copy('import walrus')).toBe(
        'from array import array\nimport walrus\n\ndata = array("d", [1.5, 2.5])\nfor i in range(3):\n    print(i, walrus.first(data), flush=True)',
      );
    });

    test('shows the error like a terminal and highlights code without a style attribute', async ({
      page,
    }) => {
      await page.goto(prefix + walrus);
      const message = page.locator('.message').first();
      await expect(message).toHaveCSS('background-color', /rgb\(/);
      const cdef = page.locator('.code .k', { hasText: /^(cdef|def)$/ }).first();
      const plain = await page
        .locator('.code pre')
        .first()
        .evaluate((pre) => getComputedStyle(pre).color);
      expect(await cdef.evaluate((token) => getComputedStyle(token).color)).not.toBe(plain);
      await expect(page.locator('[style]')).toHaveCount(0);
    });

    test('prints the text, the facts and the addresses behind its links', async ({ page }) => {
      await page.goto(prefix + walrus);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.site-header')).toBeHidden();
      await expect(page.locator('.contents')).toBeHidden();
      await expect(page.locator('.copy-code').first()).toBeHidden();
      await expect(page.locator('.facts')).toBeVisible();
      const after = await page
        .locator('.facts .upstream a')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
      expect(after).toContain('https://github.com/cython/cython/issues/6434');
    });
  });
}

test('the language switch keeps the section one is reading', async ({ page }) => {
  await page.goto(`${walrus}#what-to-do`);
  await page.locator('[data-switch-language]').click();
  await expect(page).toHaveURL(`/zh${walrus}#what-to-do`);
  await expect(page.locator('#what-to-do')).toHaveText('解决办法');
});

test('a note of MDX is part of the text', async ({ page }) => {
  await page.goto('/articles/pyo3-windows-free-threaded-wrong-python-dll/');
  await expect(page.getByRole('note')).toBeVisible();
});

test('on a phone the key facts stand above the text and the sheet behind it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(walrus);
  await expect(page.locator('.key-facts')).toContainText('3.1.0');
  const [text, facts] = await Promise.all([
    page.locator('.text').boundingBox(),
    page.locator('.facts').boundingBox(),
  ]);
  expect(text?.y ?? 0).toBeLessThan(facts?.y ?? 0);
});
