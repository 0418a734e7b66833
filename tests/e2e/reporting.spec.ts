import { expect, languages, searchFor, test } from '../support/page-fixture.ts';

const unknown = [
  'Traceback (most recent call last):',
  '  File "/home/qzalice/shop/views.py", line 88, in checkout',
  '    from shop import _cart',
  'ImportError: /home/qzalice/shop/_cart.so: undefined symbol: cart_total # token=hunter2hunter2',
].join('\n');

for (const { locale, prefix } of languages) {
  test.describe(`reporting in ${locale}`, () => {
    test('an unknown error can be reported; what would leave is shown first, without names', async ({
      page,
    }) => {
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
      await page.goto(`${prefix}/search/`);
      await page.locator('[data-box]').fill(unknown);
      await expect(page.locator('[data-unknown]')).toBeVisible();
      await page.locator('.unknown-error summary').click();

      const message = page.locator('#error-message');
      await expect(message).toHaveValue(/undefined symbol: cart_total/);
      expect(await message.inputValue()).not.toMatch(/qzalice|hunter2/);
      await expect(page.locator('.unknown-error [role="status"]')).toContainText(/\d/);

      await message.fill('only this');
      const address = new URL(
        (await page.locator('.unknown-error a.button').getAttribute('href')) ?? '',
      );
      expect(address.origin + address.pathname).toMatch(/^https:\/\/github\.com\/.+\/issues\/new$/);
      expect(Object.fromEntries(address.searchParams)).toEqual({
        template: 'unknown-error.yml',
        message: 'only this',
        environment: 'linux',
      });
      expect(sent.filter((request) => /qzalice|hunter2|cart_total/.test(request))).toEqual([]);
    });

    test('a diagnosis that is not the right one can be reported with the environment', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await page
        .locator('[data-box]')
        .fill(
          'Python 3.12.4\nFatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 2)',
        );
      await expect(page.locator('.finding')).not.toHaveCount(0);
      await page.locator('.unknown-error summary').click();
      await expect(page.locator('#error-environment')).toHaveValue('Python 3.12.4');
    });

    for (const [what, text] of [
      ['an error without native code', "Traceback (most recent call last):\nKeyError: 'total'"],
      ['an id', 'KF-0001'],
      ['a few words', 'numpy crash'],
    ] as const) {
      test(`${what} is not offered a report`, async ({ page }) => {
        await page.goto(`${prefix}/search/`);
        await searchFor(page, text);
        await expect(page.locator('.unknown-error')).toBeHidden();
      });
    }

    test('an empty box has nothing to report', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await expect(page.locator('.unknown-error')).toBeHidden();
    });

    test('an article leads to the form for corrections, which names it', async ({ page }) => {
      await page.goto(`${prefix}/articles/cython-memoryview-walrus-acquisition-count-crash/`);
      const href = await page.locator('.facts .correct a').getAttribute('href');
      const { searchParams } = new URL(href ?? '');
      expect(searchParams.get('template')).toBe('correction.yml');
      expect(searchParams.get('article')).toMatch(new RegExp(`${prefix}/KF-0001/$`));
    });
  });
}

test.describe('the address of a message that no article has', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  test('says so, and offers the box and a report that names it', async ({ page }) => {
    await page.goto('/e/1/0123456789abcdef/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'No article describes this message yet',
    );
    await expect(page.locator('section[lang="zh-Hans"] h2:visible')).toHaveText(
      '还没有文章收录这条报错',
    );
    const href = await page.locator('[data-unknown-message] a').first().getAttribute('href');
    expect(new URL(href ?? '').searchParams.get('message')).toMatch(
      /^http.*\/e\/1\/0123456789abcdef\/$/,
    );
    await expect(page.locator('#box-en')).toBeVisible();
  });
});
