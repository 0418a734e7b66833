import type { Page } from '@playwright/test';
import { expect, languages, paste, resultIds, settled, test } from '../support/page-fixture.ts';

const log = [
  'Traceback (most recent call last):',
  '  File "/srv/app.py", line 2, in <module>',
  'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 20311)',
].join('\n');

const otherLog = [
  'build started',
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!",
].join('\n');

const box = (page: Page) => page.locator('[data-box]');
const summary = (page: Page) => page.locator('[data-summary]');
const ids = (page: Page) => page.locator('.finding .id');

for (const { locale, prefix } of languages) {
  test.describe(`starting over in ${locale}`, () => {
    test('a pasted log is folded to one line, and opens for editing', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(page, log);
      await expect(summary(page)).toHaveText(
        locale === 'en' ? /^3 lines · Fatal Python error: / : /^3 行 · Fatal Python error: /,
      );
      await expect(box(page)).toBeFocused();
      await page.locator('[data-edit]').click();
      await expect(summary(page)).toBeHidden();
      await expect(box(page)).toBeFocused();
      await expect(box(page)).toHaveValue(log);
    });

    test('a button empties the box, and the Back button brings the text back', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(page, log);
      await expect(ids(page)).toHaveText(['KF-0001']);
      await page.locator('[data-clear]').click();
      await expect(box(page)).toHaveValue('');
      await expect(box(page)).toBeFocused();
      await expect(ids(page)).toHaveCount(0);
      await expect(page.locator('.hero .lead')).toBeVisible();
      await page.goBack();
      await expect(box(page)).toHaveValue(log);
      await expect(ids(page)).toHaveText(['KF-0001']);
    });

    test('the logo leads to the page as it was', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(page, log);
      await expect(ids(page)).toHaveText(['KF-0001']);
      await page.locator('.brand').click();
      await expect(box(page)).toHaveValue('');
      await expect(ids(page)).toHaveCount(0);
      await expect(page).toHaveURL(`${prefix}/`);

      await page.goto(`${prefix}/search/?q=numpy`);
      await page.locator('.brand').click();
      await expect(page).toHaveURL(`${prefix}/`);
      await expect(box(page)).toHaveValue('');
    });
  });
}

test('a second log replaces the first, and undoing brings that back', async ({ page }) => {
  await page.goto('/');
  await paste(page, log);
  await expect(ids(page)).toHaveText(['KF-0001']);
  await paste(page, otherLog);
  await expect(box(page)).toHaveValue(otherLog);
  await expect(ids(page)).toHaveText(['KF-0003']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box(page)).toHaveValue(log);
  await expect(ids(page)).toHaveText(['KF-0001']);
});

test('a log replaces typed words, but a line is added to them', async ({ page }) => {
  await page.goto('/');
  await box(page).pressSequentially('import numba ');
  await paste(page, 'hangs');
  await expect(box(page)).toHaveValue('import numba hangs');
  await paste(page, log);
  await expect(box(page)).toHaveValue(log);
});

test('a paste is added to a log that the reader edits', async ({ page }) => {
  await page.goto('/');
  await paste(page, log);
  await page.locator('[data-edit]').click();
  await box(page).press('ControlOrMeta+End');
  await box(page).pressSequentially('\n');
  await paste(page, otherLog);
  await expect(box(page)).toHaveValue(`${log}\n${otherLog}`);
});

test('a paste replaces the text of an address and a log that came back', async ({ page }) => {
  await page.goto('/search/?q=numpy+crash');
  await paste(page, 'numba hangs');
  await expect(box(page)).toHaveValue('numba hangs');
  await paste(page, log);
  await expect(ids(page)).toHaveText(['KF-0001']);
  await page.reload();
  await expect(box(page)).toHaveValue(log);
  await paste(page, otherLog);
  await expect(box(page)).toHaveValue(otherLog);
});

test('words are searched for from three letters on, Chinese from two', async ({ page }) => {
  await page.goto('/search/');
  const all = await page.locator('[data-total]').textContent();
  await box(page).fill('nu');
  await settled(page);
  await expect(page.locator('[data-total]')).toHaveText(all ?? '');
  await expect(page.locator('[data-list] mark')).toHaveCount(0);
  await box(page).fill('num');
  await expect(page.locator('[data-list] mark')).not.toHaveCount(0);

  await page.goto('/zh/');
  await box(page).fill('崩');
  await settled(page);
  expect(await resultIds(page)).toEqual([]);
  await box(page).fill('崩溃');
  await expect.poll(async () => (await resultIds(page)).length).toBeGreaterThan(0);
});

test('values without results are folded away', async ({ page }) => {
  await page.goto('/search/?q=walrus');
  await settled(page);
  const label = (value: string) =>
    page.locator('label', { has: page.locator(`[value="${value}"]`) });
  await expect(label('cython')).toBeVisible();
  await expect(label('numba')).toBeHidden();
  await page.goto('/search/?q=walrus&project=numba');
  await settled(page);
  await expect(label('numba')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a paste closes the keyboard and scrolls to the answer', async ({ page }) => {
    await page.goto('/');
    await paste(page, log);
    await expect(ids(page)).toHaveText(['KF-0001']);
    await expect(box(page)).not.toBeFocused();
    await expect
      .poll(async () => (await page.locator('.finding .fault-title').boundingBox())?.y)
      .toBeLessThan(200);
  });

  test('the placeholder fits the box', async ({ page }) => {
    for (const [path, width] of [
      ['/', 320],
      ['/zh/', 320],
      ['/', 360],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(path);
      const overflow = await box(page).evaluate((field) => {
        const area = field as HTMLTextAreaElement;
        area.value = area.placeholder;
        return area.scrollHeight - area.clientHeight;
      });
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
