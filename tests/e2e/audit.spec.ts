import type { Page } from '@playwright/test';
import { expect, languages, test, walrus } from '../support/page-fixture.ts';

/** Releases of November 2026. */
const newest = [
  'Python 3.13.1',
  'Linux-6.8.0-49-generic-x86_64-with-glibc2.39',
  'Package   Version',
  '--------- -------',
  'numpy     2.4.6',
  'numba     0.68.1',
  'Cython    3.3.1',
  'pybind11  3.0.4',
  'scipy     1.17.1',
  'pandas    3.0.2',
].join('\n');

const old = 'cython==3.0.9\nnumpy==1.26.4\nnumba==0.59.0\npybind11==2.11.0\n';

async function paste(page: Page, text: string, start = '/search/'): Promise<void> {
  await page.goto(start);
  await page.locator('[data-box]').fill(text);
  await expect(page.locator('.audit')).toBeVisible();
}

const affected = (page: Page) => page.locator('[data-audit-list] li');
const python = (page: Page) => page.locator('.audit [name="python"]');
const platform = (page: Page) => page.locator('.audit [name="platform"]');

test('the newest releases have at most three findings, and the possible ones are closed', async ({
  page,
}) => {
  await paste(page, newest);
  await expect(page.locator('[data-audit-read]')).toHaveText(
    'Detected environment: 6 packages, Python 3.13.1, linux.',
  );
  expect(await affected(page).count()).toBeLessThanOrEqual(3);
  await expect(python(page)).toHaveValue('3.13.1');
  await expect(platform(page)).toHaveValue('linux');
  const possible = page.locator('[data-audit-possible]');
  await expect(possible.locator('summary')).toHaveText(/^\d+ articles concern these packages$/);
  await expect(possible.locator('li').first()).toBeHidden();
  await possible.locator('summary').click();
  await expect(possible.locator('li a').first()).toBeVisible();
});

for (const { locale, prefix } of languages) {
  test(`an old list has a plan with one command to copy, in ${locale}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await paste(page, `${old}Python 3.12.4\n`, `${prefix}/search/`);
    const plan = page.locator('[data-audit-plan]');
    const row = plan.getByRole('row').filter({ hasText: 'cython' });
    await expect(row).toContainText('3.0.9');
    await expect(row.getByRole('link', { name: 'KF-0001' })).toHaveAttribute(
      'href',
      prefix + walrus,
    );
    const command = await plan.locator('code').innerText();
    expect(command).toMatch(/^pip install "cython==3\.\d+\.\d+" .*"numpy==2/);
    await plan.getByRole('button').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
    expect((await plan.getByRole('button').boundingBox())?.height).toBeGreaterThanOrEqual(44);

    await page.setViewportSize({ width: 320, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('the printed audit takes the width of the page, without the fields', async ({ page }) => {
  await paste(page, old);
  await page.emulateMedia({ media: 'print' });
  expect((await page.locator('.audit').boundingBox())?.width).toBeGreaterThan(500);
  await expect(python(page)).toBeHidden();
});

test('crates are upgraded by Cargo', async ({ page }) => {
  const locked = ([name, version]: readonly string[]) =>
    `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n`;
  const crates = [
    ['pyo3', '0.22.1'],
    ['numpy', '0.21.0'],
  ];
  await paste(page, ['version = 3\n', ...crates.map(locked)].join('\n'));
  await expect(page.locator('[data-audit-plan]')).toContainText(
    'Require numpy 0.22.0 or later in Cargo.toml.',
  );
});

test.describe('the fields', () => {
  test('change the answer at once, and keep their values while the list is edited', async ({
    page,
  }) => {
    await paste(page, old);
    await expect(python(page)).toHaveValue('');
    const undecided = page.locator('[data-audit-undecided] summary');
    await expect(undecided).toContainText('the Python version');
    const before = await affected(page).count();
    await python(page).pressSequentially('3.12.4');
    await expect(python(page)).toBeFocused();
    await expect(undecided).not.toContainText('Python');
    expect(await affected(page).count()).toBeGreaterThan(before);
    await platform(page).selectOption('linux');
    await expect(undecided).toBeHidden();

    const box = page.locator('[data-box]');
    await box.press('Control+End');
    await box.pressSequentially('scipy==1.11.0\n');
    await expect(page.locator('[data-audit-read]')).toContainText('5 packages');
    await expect(python(page)).toHaveValue('3.12.4');
    await expect(platform(page)).toHaveValue('linux');
    await expect
      .poll(async () => (await python(page).boundingBox())?.height)
      .toBeGreaterThanOrEqual(44);
  });

  test('are filled again by a list that states other values', async ({ page }) => {
    await paste(page, `${old}Python 3.12.4\n`);
    await python(page).fill('3.13');
    await page.locator('[data-box]').fill(`${old}Python 3.11.2\n`);
    await expect(python(page)).toHaveValue('3.11.2');
  });

  test('get back what the list states when they are emptied', async ({ page }) => {
    await paste(page, `${old}Python 3.12.4\n`);
    await python(page).fill('3.13');
    await python(page).fill('');
    await platform(page).focus();
    await expect(python(page)).toHaveValue('3.12.4');
  });

  test('are empty after starting over', async ({ page }) => {
    await paste(page, old);
    await python(page).fill('3.12.4');
    await page.locator('[data-box]').fill('');
    await expect(page.locator('.audit')).toBeHidden();
    await page.locator('[data-box]').fill(old);
    await expect(page.locator('.audit')).toBeVisible();
    await expect(python(page)).toHaveValue('');
  });

  test('are those of the machine that articles then know', async ({ page }) => {
    await paste(page, old);
    await python(page).fill('3.12.4');
    await page.locator('.audit a', { hasText: 'Walrus' }).click();
    await expect(page.locator('[name="cython"]')).toHaveValue('3.0.9');
    const machine = await page.evaluate(() => sessionStorage.getItem('machine'));
    expect(JSON.parse(machine ?? '{}')).toMatchObject({ python: '3.12.4', build: 'gil' });
  });

  test('say what a version looks like, once it is entered', async ({ page }) => {
    await paste(page, old);
    await python(page).fill('three');
    await expect(page.locator('[data-audit-problem]')).toBeEmpty();
    await python(page).press('Enter');
    await expect(page.locator('[data-audit-problem]')).toHaveText(
      '“three” is not a Python version. Enter it as 3.13, 3.13.4 or 3.13t.',
    );
    await python(page).fill('3.13');
    await expect(page.locator('[data-audit-problem]')).toBeEmpty();
  });
});

test('a text of which nothing is recognized is not called free of faults', async ({ page }) => {
  await paste(page, 'Package Version\n------- -------\n??? of nothing\n!! known\n');
  await expect(page.locator('[data-audit-title]')).toHaveText(
    'No packages recognized in this text',
  );
  await expect(page.locator('[data-audit-read]')).toHaveText(
    'Paste the output of pip list, pip freeze or conda list, or a lock file. 2 lines were not recognized.',
  );
  await expect(page.locator('[data-audit-unread] li')).toHaveText([
    'Line 3: ??? of nothing',
    'Line 4: !! known',
  ]);
  await expect(python(page)).toBeHidden();
});

test('a list of which most lines are not recognized is not called free of faults', async ({
  page,
}) => {
  const noise = ['Package Version', '------- -------', 'leftpad 1.0', ...'abcd'].join('\n');
  await paste(page, noise.replace(/^([abcd])$/gm, '?? $1 !!'));
  await expect(page.locator('[data-audit-title]')).toHaveText(
    'Most of this text was not recognized',
  );
});

test('nothing of the audit is fetched before a list is pasted', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.goto('/');
  await page.locator('[data-box]').fill('numpy');
  await page.waitForLoadState('networkidle');
  expect(
    sent.filter((address) => /audit[\w-]*(?:\/.+)?\.(?:json|\w+\.js|js)/.test(address)),
  ).toEqual([]);
});

for (const { locale, prefix } of languages) {
  test(`an audit in ${locale} fetches the faults of the installed packages only`, async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await paste(page, 'greenlet==3.0.0\ncertifi==2026.1.1\n', `${prefix}/search/`);
    await expect(page.locator('.audit')).toBeVisible();
    const ofApi = () => sent.filter((path) => path.includes('/api/')).toSorted();
    const first = [
      '/api/v1/audit/packages.json',
      `${prefix}/api/v1/audit/projects/greenlet.json`,
    ].toSorted();
    expect(ofApi()).toEqual(first);

    const cpython = `${prefix}/api/v1/audit/projects/cpython.json`;
    await page.locator('.audit [name="python"]').fill('3.12');
    await page.locator('.audit [name="python"]').press('Enter');
    await expect.poll(ofApi).toEqual([...first, cpython].toSorted());
  });
}
