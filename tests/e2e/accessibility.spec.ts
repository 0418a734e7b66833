import AxeBuilder from '@axe-core/playwright';
import { expect, languages, pageTypes, searchFor, test } from '../support/page-fixture.ts';

const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

for (const { locale, prefix } of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing, in ${locale} and ${colorScheme}`, () => {
      test.use({ colorScheme });

      const findings = async (page: Parameters<typeof searchFor>[0]) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      };

      for (const [name, path] of Object.entries(pageTypes)) {
        test(`on ${name}`, async ({ page }) => {
          for (const [size, viewport] of Object.entries(sizes)) {
            await page.setViewportSize(viewport);
            await page.goto(prefix + path);
            expect(await findings(page), size).toEqual([]);
          }
        });
      }

      test('on a diagnosis, and on the word that nothing is known', async ({ page }) => {
        for (const viewport of Object.values(sizes)) {
          await page.setViewportSize(viewport);
          await page.goto(`${prefix}/`);
          await page.locator('[data-box]').fill('first\nAcquisition count is -1 (line 12)');
          await expect(page.locator('.finding')).toHaveCount(1);
          expect(await findings(page)).toEqual([]);
          await page.locator('[data-box]').fill('first\nsecond');
          await expect(page.locator('[data-unknown]')).toBeVisible();
          expect(await findings(page)).toEqual([]);
        }
      });

      test('on a search with results, one without, and the search over a page', async ({
        page,
      }) => {
        await page.goto(`${prefix}/search/?symptom=crash`);
        await searchFor(page, 'numpy');
        expect(await findings(page)).toEqual([]);
        await searchFor(page, 'zzzzqqqq');
        expect(await findings(page)).toEqual([]);
        await page.goto(`${prefix}/projects/`);
        await page.keyboard.press('Control+k');
        await page.keyboard.type('numpy');
        await expect(page.getByRole('dialog').locator('.fault').first()).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });
  }
}

test.describe('the page for addresses that do not exist', () => {
  test.use({ expectErrors: true });

  test('axe finds nothing there either', async ({ page }) => {
    await page.goto('/no-such-page/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
