import { expect, languages, library, test, walrus } from '../support/page-fixture.ts';

/** Returns the address of the first article with such facts. */
function articleWith(isWanted: (facts: (typeof library)[number]) => boolean): string {
  return `/articles/${library.find(isWanted)?.slug}/`;
}

const commanded = (cause: string) =>
  articleWith((facts) => facts.cause === cause && facts.fix.command !== undefined);

for (const { locale, prefix } of languages) {
  test.describe(`an article in ${locale}`, () => {
    test('begins with the fix, also for a screen reader and without JavaScript', async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${baseURL}${prefix}${commanded('defect')}`);
      await expect(page.locator('h1 ~ .lead ~ .answer > h2')).toBeVisible();
      const headings = page.locator('main').getByRole('heading');
      await expect(headings.nth(0)).toHaveJSProperty('localName', 'h1');
      await expect(headings.nth(1)).toHaveText(locale === 'en' ? 'The fix' : '怎么解决');
      await expect(page.locator('.answer .fix-text')).toBeVisible();
      await expect(page.locator('.answer .fix-command code')).toBeVisible();
      // What needs a script is not offered without one.
      await expect(page.locator('.answer button').first()).toBeHidden();
      await expect(page.locator('kf-affected-form')).toBeHidden();
      await context.close();
    });

    test('names id, project, symptom and status above the title, each a link where there is a page for it', async ({
      page,
    }) => {
      await page.goto(prefix + walrus);
      const line = page.locator('.key-facts');
      await expect(line.locator('.id')).toHaveText('KF-0001');
      await expect(line.locator('.status')).toHaveText(locale === 'en' ? 'Fixed' : '已修复');
      await line.getByRole('link', { name: 'Cython' }).click();
      await expect(page).toHaveURL(`${prefix}/projects/cython/`);
    });

    test('groups its facts: what it applies to, the evidence, the link', async ({ page }) => {
      await page.goto(prefix + walrus);
      const facts = page.locator('.facts');
      await expect(facts.getByRole('heading', { level: 3 })).toHaveText(
        locale === 'en' ? ['Applies to', 'Evidence', 'Link'] : ['适用范围', '依据', '引用'],
      );
      await expect(facts.locator('.range')).toHaveText(
        locale === 'en'
          ? /^cython 3\.0\.0\w* to before 3\.1\.0$/
          : /^cython 3\.0\.0\w* 起，低于 3\.1\.0$/,
      );
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

    test('has one heading of each name, and none skips a level', async ({ page }) => {
      await page.goto(prefix + walrus);
      const headings = await page
        .locator('main')
        .getByRole('heading')
        .evaluateAll((all) =>
          all.map(({ localName, textContent }) => ({
            level: Number(localName.slice(1)),
            text: textContent,
          })),
        );
      expect(new Set(headings.map(({ text }) => text)).size).toBe(headings.length);
      headings.forEach(({ level, text }, index) => {
        expect(level - (headings[index - 1]?.level ?? 0), text).toBeLessThanOrEqual(1);
      });
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

    test('says on which day its range was measured', async ({ page }) => {
      await page.goto(`${prefix}/articles/numba-int-power-loses-precision-on-python-311/`);
      await expect(page.locator('.facts .ranges')).toHaveText(
        locale === 'en'
          ? /numba .* to before 0\.64\.0\s*range measured on \d{4}-\d\d-\d\d/
          : /numba .*低于 0\.64\.0\s*范围实测：\d{4}-\d\d-\d\d/,
      );
    });

    test('copies its permalink', async ({ page, context, baseURL }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(prefix + walrus);
      const button = page.locator('.key-facts button');
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
      const id = await page.locator('.key-facts .id').textContent();
      const address = new URL(`${prefix}/${id}/`, canonical ?? '').href;
      const link = `[${title}](${address})`;
      expect(await copied(/Markdown/)).toBe(link);
      expect(await copied(/reStructured/)).toBe(`\`${title} <${address}>\`__`);
      const reply = await copied(/reply|回复/);
      const [first, second] = reply.split('\n\n');
      expect(first).toContain(link);
      expect(second?.replaceAll('`', '')).toBe(await page.locator('.fix-text').textContent());
      await page.locator('.answer-links button').click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reply);
      const badge = new URL(`/badge/${id}.svg`, address).href;
      expect(await copied(/Badge|徽章/)).toBe(`[![known fault ${id}](${badge})](${address})`);
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
      await expect(page.locator('.facts .permalink a')).toContainText('/KF-0001/');
      await expect(page.locator('.key-facts .status')).toBeVisible();
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  for (const { locale, prefix } of languages) {
    test(`the command is on the first screen, a reply on the second, the facts after the text in ${locale}`, async ({
      page,
    }) => {
      for (const cause of ['defect', 'incompatibility', 'environment']) {
        await page.goto(prefix + commanded(cause));
        const bottom = (selector: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((element) => element.getBoundingClientRect().bottom);
        expect(await bottom('.answer .fix-command'), cause).toBeLessThan(740);
        expect(await bottom('.answer-links button'), cause).toBeLessThan(2 * 740);
        expect(await bottom('.text')).toBeLessThan(await bottom('.facts'));
      }
    });
  }

  test('no copy button covers the code', async ({ page }) => {
    await page.goto(walrus);
    await expect(page.locator('.copy-code').first()).toBeVisible();
    const covered = await page.locator('figure.code').evaluateAll((figures) =>
      figures.flatMap((figure) => {
        const button = figure.querySelector('button')?.getBoundingClientRect();
        const code = figure.querySelector('pre code')?.getBoundingClientRect();
        return button && code && button.bottom > code.top ? [figure.textContent] : [];
      }),
    );
    expect(covered).toEqual([]);
  });
});

test('a fault that no release has asks for no versions, draws no releases, and leads to the check', async ({
  page,
}) => {
  for (const cause of ['environment', 'usage']) {
    await page.goto(articleWith((facts) => facts.cause === cause));
    await expect(page.locator('.answer')).toContainText('No release has this fault');
    await expect(page.locator('.answer a[href="#are-you-affected"]')).toBeVisible();
    await expect(page.locator('kf-affected-form, .release-strip, .pairs')).toHaveCount(0);
  }
});

test('an incompatibility shows what fails and what works as a table instead of the releases', async ({
  page,
}) => {
  await page.goto(articleWith(({ cause }) => cause === 'incompatibility'));
  await expect(page.locator('.release-strip')).toHaveCount(0);
  const table = page.getByRole('table').first();
  await expect(table.getByRole('columnheader').nth(1)).toContainText('Fails with');
  await expect(table.getByRole('rowheader').first()).toBeVisible();
});

test('the lines of a Chinese title end between words', async ({ page }) => {
  await page.goto(`/zh${walrus}`);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title.locator('wbr')).not.toHaveCount(0);
  await expect(title).toHaveCSS('word-break', 'keep-all');
  expect(await title.textContent()).toBe(await title.innerText());
});
