import type { Page } from '@playwright/test';
import { expect, languages, resultIds, test } from '../support/page-fixture.ts';

const LATENCY_MS = 400;

/** 1.6 Mbit/s, as Lighthouse throttles a phone. */
const BYTES_PER_SECOND = 200_000;

const error = 'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 20311)';
const log = `Traceback (most recent call last):\n  File "/home/jo/app.py", line 2\n${error}`;

/** Opens a page over a slow line and returns as soon as its HTML is there, long before its script. */
async function openOverSlowLine(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await page.goto(path, { waitUntil: 'commit' });
}

/** Delays the scripts of the site until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

/** Opens a page without waiting for its scripts. */
async function openBeforeScripts(page: Page, path: string): Promise<() => void> {
  const release = await holdScripts(page);
  await page.goto(path, { waitUntil: 'commit' });
  return release;
}

/** Records the address and the body of every request. */
function recordRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  return requests;
}

/** The requests that contain a part of `error` or `log`. */
const leaks = (requests: readonly string[]) =>
  requests.filter((request) => /Acquisition|pyx_fatalerror|home.jo/.test(request));

const finding = (page: Page) => page.locator('.finding .id').first();

for (const { locale, prefix } of languages) {
  for (const path of ['/', '/search/']) {
    for (const delay of [0, 300, 700, 1500]) {
      test(`answers a log pasted on ${path} ${delay} ms after the page appears, in ${locale}, over a slow line`, async ({
        page,
      }) => {
        const requests = recordRequests(page);
        await openOverSlowLine(page, prefix + path);
        await page.locator('[data-box]').waitFor();
        await page.waitForTimeout(delay);
        await page.locator('[data-box]').fill(log);
        await expect(finding(page)).toHaveText('KF-0001', { timeout: 20_000 });
        await expect(page.locator('[data-box]')).toHaveValue(log);
        expect(leaks(requests)).toEqual([]);
      });
    }

    test(`keeps letters typed on ${path} while the script loads, in ${locale}`, async ({
      page,
    }) => {
      const release = await openBeforeScripts(page, prefix + path);
      await page.locator('[data-box]').pressSequentially('Acquisition ');
      release();
      await expect(page.locator('[data-list] .id').first()).toHaveText('KF-0001');
      await page.locator('[data-box]').pressSequentially('count');
      await expect(page.locator('[data-box]')).toHaveValue('Acquisition count');
      await expect(page).toHaveURL(`${prefix}${path}?q=Acquisition+count`);
    });

    for (const how of ['Enter', 'a click'] as const) {
      test(`answers a line submitted by ${how} on ${path} before the script, in ${locale}`, async ({
        page,
      }) => {
        const requests = recordRequests(page);
        const release = await openBeforeScripts(page, prefix + path);
        await page.locator('[data-box]').fill(error);
        if (how === 'Enter') await page.keyboard.press('Control+End');
        if (how === 'Enter') await page.locator('[data-box]').press('Enter');
        else await page.locator('.box button[type="submit"]').click();
        release();
        await expect(finding(page)).toHaveText('KF-0001');
        await expect(page.locator('[data-box]')).toHaveValue(error);
        expect(leaks(requests)).toEqual([]);
      });
    }
  }
}

test('prefers what was typed early to the query of the address, and keeps its filters', async ({
  page,
}) => {
  const release = await openBeforeScripts(page, '/search/?q=numpy&platform=linux');
  await page.locator('[data-box]').fill('Acquisition count');
  release();
  await expect(page.locator('[data-list] .id').first()).toHaveText('KF-0001');
  await expect(page).toHaveURL('/search/?q=Acquisition+count&platform=linux');
});

test('keeps a filter chosen before the script', async ({ page }) => {
  const release = await openBeforeScripts(page, '/search/?project=pyo3');
  await page.locator('input[name="symptom"][value="crash"]').check();
  release();
  await expect(page).toHaveURL('/search/?project=pyo3&symptom=crash');
  await expect(page.locator('.chip')).toHaveCount(2);
});

test('reads a file opened before the script', async ({ page }) => {
  const release = await openBeforeScripts(page, '/');
  await page
    .locator('[data-file]')
    .setInputFiles({ name: 'build.log', mimeType: 'text/plain', buffer: Buffer.from(log) });
  release();
  await expect(page.locator('[data-summary]')).toContainText('build.log');
  await expect(finding(page)).toHaveText('KF-0001');
});

test('keeps a theme chosen before the script', async ({ page }) => {
  const release = await openBeforeScripts(page, '/');
  await page.getByLabel('Color theme').selectOption('dark');
  release();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Color theme')).toHaveValue('dark');
});

test('answers versions typed before the script, also after Enter', async ({ page }) => {
  const requests = recordRequests(page);
  const path = '/articles/cython-memoryview-walrus-acquisition-count-crash/';
  const release = await openBeforeScripts(page, path);
  await page.getByText('Check your versions').click();
  await page.locator('[name="python"]').fill('3.12');
  await page.locator('[name="cython"]').fill('3.0.9');
  await page.locator('[name="cython"]').press('Enter');
  release();
  await expect(page.locator('.verdict-head')).toHaveClass(/verdict-affected/);
  await expect(page.locator('[name="cython"]')).toHaveValue('3.0.9');
  expect(requests.filter((request) => request.includes('3.0.9'))).toEqual([]);
});

test.describe('a dialog whose script does not load', () => {
  test.use({ expectErrors: true });

  test('opens the search page at Enter, and sends no letter', async ({ page }) => {
    const requests = recordRequests(page);
    await page.route('**/quick-search.*.js', (route) => route.abort());
    await page.goto('/projects/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Acquisition count');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=Acquisition+count');
    await expect.poll(() => resultIds(page)).toContain('KF-0001');
    expect(leaks(requests)).toEqual([]);
  });
});

test('gives a paste to the page in the other language, and keeps it with the Back button', async ({
  page,
}) => {
  const requests = recordRequests(page);
  await page.goto('/');
  await page.locator('[data-box]').fill(log);
  await expect(finding(page)).toHaveText('KF-0001');
  await page.locator('[data-switch-language]').click();
  await expect(page).toHaveURL('/zh/');
  await expect(page.locator('[data-box]')).toHaveValue(log);
  await expect(finding(page)).toHaveText('KF-0001');
  await page.goBack();
  await expect(page.locator('[data-box]')).toHaveValue(log);
  await expect(finding(page)).toHaveText('KF-0001');
  expect(leaks(requests)).toEqual([]);
});

test('fetches the diagnosis index when the box gets the focus', async ({ page }) => {
  const requests = recordRequests(page);
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(requests.filter((request) => request.includes('/diagnose/'))).toEqual([]);
  await page.locator('[data-box]').focus();
  await expect
    .poll(() => requests.filter((request) => request.includes('/diagnose/')))
    .not.toEqual([]);
});

test.describe('the page for addresses that do not exist', () => {
  // Chromium reports every 404 on the console.
  test.use({ expectErrors: true });

  test('opens the search for a text submitted before the script, without sending it', async ({
    page,
  }) => {
    const requests = recordRequests(page);
    const release = await openBeforeScripts(page, '/no-such-page/');
    await page.locator('#box-en').fill('Acquisition count');
    await page.locator('#box-en').press('Enter');
    release();
    await expect(page).toHaveURL('/search/?q=Acquisition+count');
    await expect.poll(() => resultIds(page)).toContain('KF-0001');
    expect(leaks(requests)).toEqual([]);
  });

  test('keeps letters typed while the script loads', async ({ page }) => {
    const release = await openBeforeScripts(page, '/no-such-page/');
    await page.locator('#box-zh').pressSequentially('Acquisition ');
    release();
    await page.waitForLoadState('networkidle');
    await page.locator('#box-zh').pressSequentially('count');
    await expect(page.locator('#box-zh')).toHaveValue('Acquisition count');
    await page.locator('#box-zh').press('Enter');
    await expect(page).toHaveURL('/zh/search/?q=Acquisition+count');
  });

  test('leads to an existing page in the other language', async ({ page }) => {
    await page.goto('/no-such-page/');
    await page.locator('[data-switch-language]').click();
    await expect(page).toHaveURL('/zh/');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, expectErrors: true });

  for (const path of ['/', '/zh/', '/search/', '/no-such-page/']) {
    test(`${path} sends no text and points to the browse pages`, async ({ page }) => {
      const requests = recordRequests(page);
      await page.goto(path);
      const field = page.locator('[data-box]').first();
      await field.fill(error);
      await field.press('Enter');
      await page.locator('.box button[type="submit"]').first().click();
      await expect(page).toHaveURL(path);
      expect(leaks(requests)).toEqual([]);
      await expect(page.locator('.box .hint:visible')).toHaveCount(0);
      await expect(page.locator('.notice').first()).toContainText('JavaScript');
      await expect(page.locator('.notice .browse-links a').first()).toBeVisible();
    });
  }
});
