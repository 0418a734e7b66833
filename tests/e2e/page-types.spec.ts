import { accessibilityViolations } from '../support/axe.ts';
import { layoutShift, recordLayoutShifts } from '../support/layout-shift.ts';
import { expect, languages, pageTypes, test } from '../support/page-fixture.ts';

for (const { locale, prefix, lang } of languages) {
  for (const [name, path] of Object.entries(pageTypes)) {
    test(`${name} in ${locale} is accessible, steady, fits every window and switches its language`, async ({
      page,
    }) => {
      await recordLayoutShifts(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(prefix + path);
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page), 'layout shift on a phone').toBeLessThan(0.01);

      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(prefix + path);
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page), 'layout shift on a desktop').toBeLessThan(0.01);

      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await accessibilityViolations(page)).toEqual([]);

      for (const width of [320, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${width} px`).toBe(0);
      }

      await page.locator('[data-switch-language]').click();
      await expect(page).toHaveURL(prefix === '' ? `/zh${path}` : path);
    });
  }
}
