import type { Page } from '@playwright/test';
import { layoutShift, recordLayoutShifts } from '../support/layout-shift.ts';
import {
  expect,
  languages,
  paste,
  resultIds,
  settled,
  test,
  walrus,
} from '../support/page-fixture.ts';

/** A log whose last line is a complete signature, on a machine that the log describes. */
const walrusLog = (...versions: string[]) =>
  [
    ...versions,
    'Traceback (most recent call last):',
    'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 20311)',
  ].join('\n');

const finding = (page: Page) => page.locator('.finding').first();

for (const { locale, prefix } of languages) {
  const isEnglish = locale === 'en';

  test.describe(`the answer to a paste in ${locale}`, () => {
    test('is certain: fix, verdict on the versions in the paste, actions, and nothing twice', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await paste(page, walrusLog('Collecting cython==3.0.9', 'Python 3.12.4'));
      await expect(finding(page).locator('.confidence')).toHaveText(
        isEnglish ? 'This is it' : '就是它',
      );
      await expect(finding(page).locator('.finding-head')).toContainText('Cython');
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
        (await finding(page).locator('[data-slot="title"]').textContent()) ?? '',
      );
      await expect(finding(page).locator('.fix-text')).not.toBeEmpty();
      await expect(finding(page).locator('.verdict-line')).toHaveText(
        isEnglish ? 'Affected. You have cython 3.0.9.' : '受影响。你安装的是 cython 3.0.9。',
      );
      await settled(page);
      // Articles that merely share words with a log whose fault is known are noise.
      await expect(page.locator('[data-list] .fault')).toHaveCount(0);
    });

    test('says that a version in the paste has the fix', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(page, walrusLog('Collecting cython==3.1.0'));
      await expect(finding(page).locator('.verdict-line')).toHaveClass(/verdict-fixed/);
      await expect(finding(page).locator('.verdict-line')).toContainText('cython 3.1.0');
    });

    test('says that the paste shows no versions', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(page, walrusLog());
      await expect(finding(page).locator('.verdict-line')).toContainText(
        isEnglish ? 'Your versions are not in this text.' : '这段内容里没有你的版本信息。',
      );
    });

    test('is likely when the line lacks little of the signature', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(
        page,
        'start\nImportError: /srv/_shop.so: ELF load command address/offset properly aligned',
      );
      await expect(finding(page).locator('.confidence')).toHaveText(
        isEnglish ? 'Likely' : '很可能',
      );
      await expect(finding(page).locator('.id')).toHaveText('KF-0006');
    });

    test('has other findings below the first, each with its fix and its line', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(
        page,
        "start\nFileNotFoundError: Could not find module 'C:\\cuda\\nvvm64.dll' (or one of its dependencies). Try using the full path with constructor syntax.",
      );
      await expect(page.locator('[data-first] .id')).toHaveText('KF-0052');
      await expect(page.locator('[data-others-title]')).toHaveText(
        isEnglish ? 'Similar errors' : '相似的报错',
      );
      const other = page.locator('[data-findings] .finding');
      await expect(other.locator('.id')).toHaveText('KF-0011');
      await expect(other.locator('.fix-text')).not.toBeEmpty();
      await expect(other.locator('[data-slot="line-text"]')).toContainText('nvvm64.dll');
    });

    test('says of a fault of the machine that no release has it, and asks for no version', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await paste(
        page,
        'Collecting numpy==2.1.0\nOpenBLAS blas_thread_init: pthread_create failed for thread 1 of 8: Operation not permitted',
      );
      await expect(finding(page).locator('.id')).toHaveText('KF-0077');
      await expect(finding(page).locator('.verdict-line')).toContainText(
        isEnglish ? 'No release has this fault' : '没有哪个版本带有这个故障',
      );
    });

    test('is unknown: what was read, what usually helps, a report, and no claim', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await paste(
        page,
        [
          'Collecting shop==1.2.0',
          '/usr/include/python3.12/shop.c:3:10: fatal error: loom/warp.h: No such file or directory',
          "error: command '/usr/bin/gcc' failed with exit code 1",
        ].join('\n'),
      );
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
        isEnglish ? 'Not a known error' : '不是已收录的报错',
      );
      await expect(page.locator('[data-error-line]')).toContainText('loom/warp.h');
      // The table of headers lacks this one; its article says more than the usual steps.
      await expect(page.locator('[data-unknown-text]')).toContainText('loom/warp.h');
      await expect(page.locator('[data-steps]:visible')).toHaveCount(0);
      await expect(page.locator('[data-environment]')).toContainText('shop 1.2.0');
      await expect(page.locator('[data-not-native]')).toBeHidden();
      await expect(page.locator('.unknown-error')).toBeVisible();
      await settled(page);
      await expect(page.locator('[data-total]')).toHaveText(
        isEnglish ? 'Articles with similar words' : '含有相近词语的文章',
      );
      await expect(page.locator('[data-empty-state]')).toBeHidden();
    });

    test('is unknown, and probably not about native code', async ({ page }) => {
      await page.goto(`${prefix}/`);
      await paste(
        page,
        [
          '  File "/srv/venv/lib/python3.11/site-packages/redis/connection.py", line 700, in connect',
          'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379.',
        ].join('\n'),
      );
      await expect(page.locator('[data-not-native]')).toBeVisible();
      await expect(page.locator('.unknown-error')).toBeHidden();
      await settled(page);
      expect(await resultIds(page)).toEqual([]);
    });

    test('labels typed words as written, not as printed', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page.locator('[data-box]').fill('symbol multiply defined __excinfo_unwrap_args');
      await settled(page);
      await page
        .locator('[data-box]')
        .fill('Linking globals named __excinfo_unwrap_args symbol multiply defined');
      await expect(finding(page).locator('.id')).toHaveText('KF-0003');
      await finding(page).locator('summary').click();
      await expect(finding(page).locator('[data-slot="printed-label"]')).toHaveText(
        isEnglish ? 'You wrote' : '你输入的内容',
      );
    });

    test('can be copied: the command, the permalink, and a reply with the fix', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await paste(page, walrusLog());
      const copied = async (slot: string) => {
        await finding(page).locator(`[data-slot="${slot}"]`).click();
        await expect(finding(page).locator(`[data-slot="${slot}"]`)).toHaveText(
          isEnglish ? 'Copied' : '已复制',
        );
        return page.evaluate(() => navigator.clipboard.readText());
      };
      expect(new URL(await copied('copy-link')).pathname).toBe(`${prefix}/KF-0001/`);
      const reply = await copied('copy-reply');
      expect(reply).toContain(`${prefix}/KF-0001/)`);
      const fix = await finding(page).locator('.fix-text').textContent();
      expect(reply).toContain(fix?.slice(0, 20));
    });

    test('is in the first screen of a phone, and moves nothing when the verdict arrives', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await recordLayoutShifts(page);
      await page.goto(`${prefix}/`);
      await paste(page, walrusLog('Collecting cython==3.0.9', 'Python 3.12.4'));
      await expect(finding(page).locator('.verdict-affected')).toBeVisible();
      await settled(page);
      const top = async (selector: string) =>
        (await finding(page).locator(selector).boundingBox())?.y ?? Infinity;
      await expect.poll(() => top('.fault-title')).toBeLessThanOrEqual(300);
      expect(await top('.fix-text')).toBeLessThanOrEqual(420);
      expect(await layoutShift(page)).toBeLessThan(0.01);
    });

    for (const [what, text] of [
      ['a finding', walrusLog('Collecting cython==3.0.9', 'Python 3.12.4')],
      ['an unknown error', `first\n${'x'.repeat(300)}.c:1:2: error: unknown`],
      ['an upstream address', 'https://github.com/cython/cython/issues/6434'],
    ] as const) {
      test(`${what} fits every window`, async ({ page }) => {
        await page.goto(`${prefix}/`);
        await paste(page, text);
        await settled(page);
        await expect(
          page.locator('.finding, [data-unknown]:visible, .fault').first(),
        ).toBeVisible();
        for (const width of [320, 360, 768, 1280]) {
          await page.setViewportSize({ width, height: 740 });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${width} px`).toBe(0);
        }
      });
    }

    test('moves nothing when it arrives late, in two steps', async ({ page }) => {
      await recordLayoutShifts(page);
      for (const [pattern, delay] of [
        ['**/diagnose/*.json', 1000],
        ['**/search-index/*.json', 2000],
      ] as const) {
        await page.route(pattern, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          await route.continue();
        });
      }
      await page.goto(`${prefix}/`);
      await page
        .locator('[data-box]')
        .fill('src/shop.c:3:10: fatal error: loom/warp.h: No such file or directory');
      await expect(page.locator('.asked')).toBeVisible();
      // The headline makes room at once, which the reader has caused.
      await layoutShift(page);
      await page.evaluate(() => (window.layoutShift = 0));
      await expect(page.locator('[data-unknown]')).toBeVisible();
      await expect(page.locator('[data-list] .fault').first()).toBeVisible();
      expect(await layoutShift(page)).toBeLessThan(0.01);
    });
  });

  test.describe(`an upstream address in the box in ${locale}`, () => {
    for (const address of [
      'https://github.com/cython/cython/issues/6434',
      'github.com/Cython/cython/issues/6434#issuecomment-2400000000',
      'https://github.com/cython/cython/pull/6434/files',
    ]) {
      test(`${address} leads to the article that cites it`, async ({ page }) => {
        await page.goto(`${prefix}/`);
        await paste(page, address);
        await expect(page.locator('[data-list] .id')).toHaveText(['KF-0001']);
        await expect(page.locator('[data-list] a')).toHaveAttribute('href', prefix + walrus);
        await expect(page.locator('[data-list] .fault-fix')).toBeVisible();
        await expect(page.locator('[data-diagnosis]')).toBeHidden();
      });
    }

    test('that no article cites is said to be so', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await paste(page, 'https://github.com/cython/cython/issues/1');
      await expect(page.locator('[data-uncited] h2')).toHaveText(
        isEnglish ? 'No article cites cython/cython#1' : '没有文章引用 cython/cython#1',
      );
      expect(await resultIds(page)).toEqual([]);
    });
  });
}
