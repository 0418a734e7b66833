import { accessibilityViolations } from '../support/axe.ts';
import { expect, languages, searchFor, settled, test } from '../support/page-fixture.ts';

// What scripts add to a page; the pages as they load are in page-types.spec.ts.
for (const { locale, prefix } of languages) {
  test.describe(`axe finds nothing in ${locale}`, () => {
    test('on a diagnosis, an unknown error and an audit', async ({ page }) => {
      await page.goto(`${prefix}/`);
      const box = page.locator('[data-box]');
      await box.fill(
        'first\nFatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 12)',
      );
      await expect(page.locator('.finding')).toHaveCount(1);
      await settled(page);
      expect(await accessibilityViolations(page)).toEqual([]);
      await box.fill('first\nsecond');
      await expect(page.locator('[data-unknown]')).toBeVisible();
      await settled(page);
      expect(await accessibilityViolations(page)).toEqual([]);
      await box.fill('cython==3.0.9\nnumpy==1.26.4\nPython 3.12.4');
      await expect(page.locator('[data-audit-list] li')).not.toHaveCount(0);
      for (const summary of await page.locator('.audit summary:visible').all()) {
        await summary.click();
      }
      await page.locator('.audit [name="python"]').fill('three');
      await page.locator('.audit [name="python"]').press('Enter');
      await expect(page.locator('[data-audit-problem]')).toContainText('three');
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    test('on a search with results and one without', async ({ page }) => {
      await page.goto(`${prefix}/search/?symptom=crash`);
      await searchFor(page, 'numpy');
      expect(await accessibilityViolations(page)).toEqual([]);
      await searchFor(page, 'zzzzqqqq');
      expect(await accessibilityViolations(page)).toEqual([]);
    });

    test('on the search dialog', async ({ page }) => {
      await page.goto(`${prefix}/projects/`);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('numpy');
      await expect(page.getByRole('dialog').locator('.fault').first()).toBeVisible();
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
}

test.describe('an address without a page', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  test('axe finds nothing on it', async ({ page }) => {
    await page.goto('/no-such-page/');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
