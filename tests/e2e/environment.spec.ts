import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, languages, resultIds, settled, test, walrus } from '../support/page-fixture.ts';

const lockFile = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/environments/uv.lock'),
  'utf8',
);

const freeze = ['cython==3.0.9', 'numpy==1.26.4', 'requests==2.32.0', 'Python 3.12.4'].join('\n');

for (const { locale, prefix } of languages) {
  test.describe(`an environment in ${locale}`, () => {
    for (const start of ['/', '/search/']) {
      test(`pasted on ${start} is audited: worst symptom first, with the version to upgrade to`, async ({
        page,
      }) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
        await page.goto(prefix + start);
        await page.locator('[data-box]').fill(freeze);
        const found = page.locator('[data-audit-list] li');
        await expect(found).not.toHaveCount(0);
        const own = found.filter({ hasText: 'KF-0001' });
        await expect(own.locator('[data-slot="versions"]')).toContainText('3.1.0');
        await expect(own.locator('a')).toHaveAttribute('href', prefix + walrus);
        await expect(page.locator('[data-audit-read]')).toContainText('Python 3.12.4');
        await expect(page.locator('[data-diagnosis]')).toBeHidden();
        expect(sent.filter((request) => request.includes('3.0.9'))).toEqual([]);
      });
    }

    test('a lock file is read whole', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page.locator('[data-box]').fill(lockFile);
      const packages = lockFile.split('[[package]]').length - 1;
      await expect(page.locator('[data-audit-read]')).toContainText(String(packages));
    });

    test('the article then knows the versions, and results say what can affect the machine', async ({
      page,
    }) => {
      await page.goto(`${prefix}/search/`);
      await expect(page.locator('[data-mine]')).toBeHidden();
      await page.locator('[data-box]').fill(freeze);
      await page.locator('[data-audit-list] a', { hasText: /Walrus|海象/ }).click();
      await expect(page.locator('[name="cython"]')).toHaveValue('3.0.9');
      await expect(page.locator('.verdict-head')).toHaveClass(/verdict-affected/);

      await page.goto(`${prefix}/search/?project=cython`);
      await settled(page);
      const all = await resultIds(page);
      const affected = page.locator('.faults .verdict-mark.verdict-affected');
      // The newest articles come first; those about releases may be further down.
      await page.locator('[data-more]').click();
      await expect(affected).not.toHaveCount(0);
      await expect(page.locator('.faults .verdict-mark.verdict-fixed:visible')).not.toHaveCount(0);
      await page.locator('[data-mine-input]').check();
      await settled(page);
      await expect(page.locator('.faults .verdict-mark.verdict-fixed:visible')).toHaveCount(0);
      expect((await resultIds(page)).length).toBeLessThanOrEqual(all.length);
      await expect(page).toHaveURL(/mine=1/);
      await page.goBack();
      await settled(page);
      await expect(page.locator('[data-mine-input]')).not.toBeChecked();
    });
  });
}

test('an environment with nothing known in it is said to have nothing', async ({ page }) => {
  await page.goto('/search/');
  await page.locator('[data-box]').fill('leftpad==1.0\nrightpad==2.0\n');
  await expect(page.locator('[data-audit-title]')).toHaveText(
    'No known fault affects the installed packages',
  );
});

for (const { locale, prefix } of languages) {
  const results = (n: number) =>
    locale === 'zh' ? `${n} 条结果` : n === 1 ? '1 result' : `${n} results`;

  test(`the filtered list of a project counts as the search does, in ${locale}`, async ({
    page,
  }) => {
    for (const query of ['python=3.13', 'platform=linux&python=3.13']) {
      await page.goto(`${prefix}/projects/numba/?${query}`);
      await expect(page.locator('[data-result]')).toBeVisible();
      const count = await page
        .locator('section:not([aria-labelledby="elsewhere"]) .fault-rows > li:visible')
        .count();
      expect(count).toBeGreaterThan(0);
      await page.goto(`${prefix}/search/?project=numba&${query}`);
      await settled(page);
      await expect(page.locator('[data-total]')).toHaveText(results(count));
    }
  });

  test(`a picture of the releases says which have the fault, in ${locale}`, async ({ page }) => {
    await page.goto(prefix + walrus);
    const picture = page.locator('.release-strip').getByRole('img');
    await expect(picture).toHaveAttribute('aria-label', /cython.*3\.0\.0.*3\.1\.0/);
    await page.setViewportSize({ width: 360, height: 740 });
    expect((await picture.boundingBox())?.width).toBeGreaterThan(250);
    await expect(page.locator('.release-strip .first-text')).toContainText('3.1.0');
  });
}

test('a list of 2,000 packages is read whole', async ({ page }) => {
  const packages = Array.from({ length: 2000 }, (_, n) => `package-${n}==1.${n}.0`);
  await page.goto('/search/');
  await page.locator('[data-box]').fill([...packages, 'cython==3.0.9'].join('\n'));
  await expect(page.locator('[data-audit-read]')).toContainText('2001 packages');
  await expect(page.locator('.audit')).toContainText('KF-0001');
});

test.describe('an environment in the address', () => {
  const link = (text: string) => `/search/#paste=${encodeURIComponent(text)}`;
  const own = JSON.stringify({ packages: [{ name: 'numpy', version: '2.0.0' }] });
  const log = 'Python 3.12.4\nTraceback (most recent call last):\nValueError: never seen before\n';

  /** Expects that the tab and the browser have the machine that the reader stored, and nothing else. */
  async function expectOnlyOwn(page: Page): Promise<void> {
    const storage = await page.evaluate(() => [{ ...sessionStorage }, { ...localStorage }]);
    expect(storage).toEqual([{}, { machine: own }]);
  }

  const waitFor = {
    audit: (page: Page) => expect(page.locator('[data-audit-read]')).toContainText('3.12.4'),
    diagnosis: (page: Page) => expect(page.locator('[data-environment]')).toContainText('3.12.4'),
  };

  test.beforeEach(async ({ page }) => {
    await page.goto('/404.html');
    await page.evaluate((text) => localStorage.setItem('machine', text), own);
  });

  for (const [kind, text] of [
    ['audit', freeze],
    ['diagnosis', log],
  ] as const) {
    test(`is never stored: ${kind}`, async ({ page }) => {
      const box = page.locator('[data-box]');
      await page.goto(link(text));
      await waitFor[kind](page);
      await expectOnlyOwn(page);

      // Not by an edit, a filter, a reload, the language switch, or the Back button.
      await box.press('Control+End');
      await box.pressSequentially('\npillow==10.0.0');
      await expect(box).toHaveValue(/pillow/);
      await waitFor[kind](page);
      await expectOnlyOwn(page);
      await page.reload();
      await expect(box).toHaveValue(/pillow/);
      await waitFor[kind](page);
      await expectOnlyOwn(page);
      await page.locator('[data-switch-language]').click();
      await expect(page).toHaveURL(/\/zh\//);
      await expect(box).toHaveValue(/pillow/);
      await waitFor[kind](page);
      await expectOnlyOwn(page);
      await page.goBack();
      await expect(box).toHaveValue(/pillow/);
      await waitFor[kind](page);
      await expectOnlyOwn(page);
    });
  }

  test('is not stored by undoing what replaced it', async ({ page }) => {
    const box = page.locator('[data-box]');
    await page.goto(link(freeze));
    await waitFor.audit(page);
    await box.press('Control+a');
    await box.press('x');
    await expect(page.locator('.audit')).toBeHidden();
    await box.press('Control+z');
    await expect(box).toHaveValue(freeze);
    await expect(page.locator('.audit')).toBeVisible();
    await expectOnlyOwn(page);
  });

  test('marks the results of this page, and what the reader pastes over it is stored', async ({
    page,
  }) => {
    await page.goto(link(freeze));
    await waitFor.audit(page);
    await expectOnlyOwn(page);
    await page.locator('[data-box]').fill('cython==3.0.8\nnumpy==1.26.0\n');
    await expect(page.locator('[data-audit-read]')).not.toContainText('3.12.4');
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('machine')))
      .toContain('3.0.8');
    expect(await page.evaluate(() => sessionStorage.getItem('machine'))).not.toMatch(
      /3\.0\.9|requests|3\.12/,
    );
  });

  test('is not stored as words of a search', async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent('python 3.12.4 cython 3.0.9 crash')}`);
    await settled(page);
    await page.locator('[data-box]').press('End');
    await page.locator('[data-box]').pressSequentially(' walrus');
    await settled(page);
    await expectOnlyOwn(page);
  });
});
