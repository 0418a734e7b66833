import { expect, languages, paste, test } from '../support/page-fixture.ts';

const missing = '/articles/pip-missing-header-file/';

const log = (header: string) =>
  [
    'building extension',
    'gcc -fPIC -I/usr/include/x86_64-linux-gnu -c bind.c',
    `bind.c:3:10: fatal error: ${header}: No such file or directory`,
    'compilation terminated.',
  ].join('\n');

for (const { locale, prefix } of languages) {
  const isEnglish = locale === 'en';

  test.describe(`names that are looked up, in ${locale}`, () => {
    test('a pasted log is answered for its header and its system, without telling the header', async ({
      page,
    }) => {
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
      await page.goto(`${prefix}/`);
      await paste(page, log('sqlext.h'));
      const finding = page.locator('.finding').first();
      await expect(finding.locator('[data-slot="title"]')).toContainText('sqlext.h');
      await expect(finding.locator('.fix-text')).toContainText('unixODBC');
      await expect(finding.locator('[data-slot="command"]').first()).toHaveText(
        'apt install unixodbc-dev',
      );
      await expect(finding.locator('.install-commands li').first()).toBeVisible();
      await expect(finding.locator('[data-slot="read"]')).toHaveAttribute(
        'href',
        `${prefix}${missing}?header=sqlext.h`,
      );
      expect(sent.filter((request) => request.includes('sqlext'))).toEqual([]);
    });

    test('a header that no table has is said to be unknown, with the way to find out', async ({
      page,
    }) => {
      await page.goto(`${prefix}/search/`);
      await paste(page, log('warp/heddle_config.h'));
      await expect(page.locator('[data-unknown]')).toBeVisible();
      await expect(page.locator('[data-unknown-text]')).toContainText('warp/heddle_config.h');
      await expect(page.locator('[data-unknown-fix]')).toContainText('apt-file search');
      await expect(page.locator('[data-unknown-link]')).toHaveAttribute('href', prefix + missing);
      await expect(page.locator('.finding')).toHaveCount(0);
    });

    test('an address with a header shows its answer, and a field asks for others', async ({
      page,
    }) => {
      await page.goto(`${prefix}${missing}?header=lber.h`);
      const answer = page.locator('kf-lookup-answer');
      await expect(answer.locator('[data-text]')).toContainText('OpenLDAP');
      await expect(answer.locator('.install-commands')).toContainText('apt install libldap-dev');
      await answer.getByRole('searchbox').fill('zzq/nothing.h');
      await answer.getByRole('searchbox').press('Enter');
      await expect(answer.locator('[data-unknown]')).toContainText('zzq/nothing.h');
      await expect(answer.locator('[data-text]')).toBeEmpty();
      expect(new URL(page.url()).searchParams.get('header')).toBe('zzq/nothing.h');
      await answer.getByRole('searchbox').fill('boost/python.hpp');
      await answer.getByRole('button').first().click();
      await expect(answer.locator('[data-text]')).toContainText('boost/python.hpp');
      await answer.locator('[data-row]').click();
      await expect(page.locator('tr:target')).toContainText('Boost');
    });

    test('without JavaScript the table has every header', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(prefix + missing);
      await page.locator('kf-lookup-answer a').last().click();
      const row = page.locator('#row-openldap');
      await expect(row).toContainText('lber.h');
      await expect(row).toContainText('libldap-dev');
      await expect(
        page.getByRole('heading', { level: 1, name: isEnglish ? 'System libraries' : '系统库' }),
      ).toBeVisible();
      await context.close();
    });
  });
}

test.describe('without a connection to the tables', () => {
  test.use({ expectErrors: true });

  test('if a part of the table does not load, the page says so and leads to the table', async ({
    page,
  }) => {
    await page.route('**/tables/**', (route) => route.abort());
    await page.goto(`${missing}?header=lber.h`);
    await expect(page.locator('kf-lookup-answer [data-failed]')).toBeVisible();
    await page.goto('/');
    await paste(page, log('lber.h'));
    await expect(page.locator('[data-diagnosis-failed]')).toBeVisible();
  });
});
