import { expect, languages, resultIds, settled, test, walrus } from '../support/page-fixture.ts';

/** A log as a build prints it: the telling line is neither the first nor the last. */
const log = [
  '#0 12.41 Collecting halve',
  '2026-11-02T10:11:12.345Z   Running setup.py: started',
  'Traceback (most recent call last):',
  '  File "/home/jo/aot/build_module.py", line 21, in <module>',
  '    cc.compile()',
  '  File "/home/jo/.venv/lib/python3.12/site-packages/numba/pycc/cc.py", line 238, in compile',
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!",
  'ERROR: Failed building wheel for halve',
  'make: *** [Makefile:12: wheel] Error 1',
].join('\n');

const unrelated = [
  'Traceback (most recent call last):',
  '  File "/srv/shop/manage.py", line 22, in <module>',
  '    main()',
  '  File "/srv/shop/orders/views.py", line 88, in checkout',
  '    total = cart["total"]',
  "KeyError: 'total'",
].join('\n');

for (const { locale, prefix } of languages) {
  test.describe(`diagnosis in ${locale}`, () => {
    for (const path of ['/', '/search/']) {
      test(`one line pasted on ${path} is diagnosed, with the line and the signature folded below the fix`, async ({
        page,
      }) => {
        await page.goto(prefix + path);
        await page
          .locator('[data-box]')
          .fill('Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 20311)');
        const finding = page.locator('.finding').first();
        await expect(finding.locator('.id')).toHaveText('KF-0001');
        await expect(finding.locator('.fix-text')).not.toBeEmpty();
        await expect(finding.locator('[data-slot="printed"]')).toBeHidden();
        await finding.locator('summary').click();
        await expect(finding.locator('[data-slot="printed"]')).toContainText('(line 20311)');
        await expect(finding.locator('[data-slot="known"]')).toContainText('(line <n>)');
        for (const link of ['title', 'read']) {
          await expect(finding.locator(`[data-slot="${link}"]`)).toHaveAttribute(
            'href',
            prefix + walrus,
          );
        }
      });

      test(`a whole log pasted on ${path} is diagnosed and stays on the machine`, async ({
        page,
      }) => {
        const sent: string[] = [];
        page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
        await page.goto(prefix + path);
        await page.locator('[data-box]').fill(log);
        const finding = page.locator('.finding').first();
        await expect(finding.locator('.id')).toHaveText('KF-0003');
        await expect(finding.locator('summary')).toContainText('7');
        await settled(page);
        await expect(page.locator('[data-empty-state]')).toBeHidden();
        expect(new URL(page.url()).search).toBe('');
        expect(new URL(page.url()).hash).toBe('');
        expect(sent.filter((request) => /5e9ac1f7|build_module|excinfo/.test(request))).toEqual([]);
      });

      test(`an unrelated error pasted on ${path} is said to be unknown`, async ({ page }) => {
        await page.goto(prefix + path);
        await page.locator('[data-box]').fill(unrelated);
        await expect(page.locator('[data-unknown]')).toBeVisible();
        await expect(page.locator('.finding')).toHaveCount(0);
        await expect.poll(() => resultIds(page)).toEqual([]);
      });
    }

    test('one unrelated line is said to be unknown, even if the search finds something', async ({
      page,
    }) => {
      await page.goto(`${prefix}/search/`);
      await page.locator('[data-box]').fill("ModuleNotFoundError: No module named 'numpy_demo'");
      await expect(page.locator('[data-unknown]')).toBeVisible();
      await expect.poll(async () => (await resultIds(page)).length).toBeGreaterThan(0);
    });

    test('a localized message is recognized, and shown as it was printed and as it was read', async ({
      page,
    }) => {
      const line = 'ImportError: DLL load failed while importing _imaging: 找不到指定的模块。';
      await page.goto(`${prefix}/search/`);
      await page.locator('[data-box]').fill(line);
      await page.locator('.finding summary').click();
      await expect(page.locator('.finding [data-slot="printed"]')).toHaveText(line);
      await expect(page.locator('.finding [data-slot="read-as"]')).toContainText(
        'The specified module could not be found',
      );
    });

    test('a message in English is not shown twice', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page
        .locator('[data-box]')
        .fill('Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 12)');
      await page.locator('.finding summary').click();
      await expect(page.locator('.finding [data-slot="english"]')).toBeHidden();
    });

    test('faults that print the same line are shown as one of these, with the lines to look for', async ({
      page,
    }) => {
      await page.goto(`${prefix}/search/`);
      await page
        .locator('[data-box]')
        .fill('OpenBLAS blas_thread_init: RLIMIT_NPROC -1 current, -1 max');
      await expect(page.locator('.finding')).toHaveCount(2);
      await expect(page.locator('[data-shared]')).toBeVisible();
      await expect(page.locator('[data-others-title]')).toHaveText(
        locale === 'en' ? 'One of these' : '其中之一',
      );
      for (const finding of await page.locator('.finding').all()) {
        await expect(finding.locator('.fix-text')).not.toBeEmpty();
      }
      await expect(page.locator('.finding [data-slot="line-text"]').first()).toContainText(
        'Operation not permitted',
      );
    });

    test('the arrow keys walk from the box to the finding', async ({ page }) => {
      await page.goto(`${prefix}/search/`);
      await page
        .locator('[data-box]')
        .fill('Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 12)');
      await expect(page.locator('.finding a').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('.finding a').first()).toBeFocused();
    });
  });
}

test('a dropped or opened file of megabytes is read without freezing the page', async ({
  page,
}) => {
  await page.goto('/');
  const noise = `${'2026-11-02T10:11:12Z compiling unit of no importance at all\n'.repeat(70_000)}`;
  await page.locator('[data-file]').setInputFiles({
    name: 'build.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(noise + log),
  });
  await expect(page.locator('[data-summary]')).toContainText('build.log · 4.');
  await expect(page.locator('.finding .id').first()).toHaveText('KF-0003');
  await page.locator('[data-clear]').click();
  await expect(page.locator('.finding')).toHaveCount(0);
  await expect(page.locator('[data-box]')).toBeFocused();
});

test('a paste comes back with the back button, and after a reload', async ({ page }) => {
  await page.goto('/search/');
  await page.locator('[data-box]').fill(log);
  await expect(page.locator('.finding .id').first()).toHaveText('KF-0003');
  await page.locator('.finding a').first().click();
  await expect(page).toHaveURL(/articles/);
  await page.goBack();
  await expect(page.locator('[data-box]')).toHaveValue(log);
  await expect(page.locator('.finding .id').first()).toHaveText('KF-0003');
  await page.reload();
  await expect(page.locator('.finding .id').first()).toHaveText('KF-0003');
});

test('a link to the search carries the paste in its fragment, only when asked for', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.locator('[data-box]').fill(log);
  await page.locator('[data-copy-link]').click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toContain('#paste=');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('[data-box]')).toHaveValue(log);
  await expect(other.locator('.finding .id').first()).toHaveText('KF-0003');
});

test('what is pasted never becomes markup', async ({ page }) => {
  await page.goto('/');
  const hostile = `<img src=x onerror="document.title='owned'">\nRuntimeError: Linking globals named '__excinfo_unwrap_args<b>x</b>': symbol multiply defined!`;
  await page.locator('[data-box]').fill(hostile);
  await expect(page.locator('.finding').first()).toBeVisible();
  await expect(page.locator('[data-results] :is(img, b)')).toHaveCount(0);
  await expect(page).not.toHaveTitle('owned');
});

test.describe('an index that does not load', () => {
  test.use({ expectErrors: true });

  for (const [what, pattern] of [
    ['the index', '**/diagnose/*.json'],
    ['the worker', '**/diagnosis-worker*.js'],
  ] as const) {
    for (const how of ['missing', 'cut off'] as const) {
      test(`${what} ${how}: it is said, full text still answers, and it is tried again`, async ({
        page,
      }) => {
        await page.context().route(pattern, async (route) => {
          if (how === 'missing') return route.fulfill({ status: 404, body: 'gone' });
          const whole = await (await route.fetch()).body();
          return route.fulfill({ status: 200, body: whole.subarray(0, whole.length / 2) });
        });
        await page.goto('/search/?q=walrus');
        await expect(page.locator('[data-diagnosis-failed]')).toBeVisible();
        await expect.poll(() => resultIds(page)).toContain('KF-0001');
        await page.context().unrouteAll({ behavior: 'wait' });
        await page
          .locator('[data-box]')
          .fill('Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 12)');
        await expect(page.locator('.finding .id').first()).toHaveText('KF-0001');
        await expect(page.locator('[data-diagnosis-failed]')).toBeHidden();
      });
    }
  }
});
