import { parse } from 'yaml';
import { expect, languages, test, walrus } from '../support/page-fixture.ts';

for (const { locale, prefix } of languages) {
  test.describe(`the page for maintainers in ${locale}`, () => {
    test('has a bookmarklet that leads from an issue to its article', async ({ page }) => {
      await page.goto(`${prefix}/maintainers/`);
      const code = await page.locator('a[href^="javascript:"]').getAttribute('href');
      const issue = new URL('https://github.com/cython/cython/issues/6434#issuecomment-1');
      const fake = { href: '', host: issue.host, pathname: issue.pathname };
      new Function('location', decodeURI(code?.slice('javascript:'.length) ?? ''))(fake);
      expect(new URL(fake.href).pathname).toBe('/github.com/cython/cython/issues/6434');
      await page.goto(`${new URL(fake.href).pathname}/`);
      await expect(page).toHaveURL(walrus);
    });

    test('has snippets that are valid and lead to this site', async ({ page }) => {
      await page.goto(`${prefix}/maintainers/`);
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
      const { origin } = new URL(canonical ?? '');
      const [chooser, workflow] = (
        await page.locator('pre[data-language="yaml"]').allTextContents()
      ).map((yaml) => parse(yaml));
      expect(chooser.contact_links[0].url).toBe(`${origin}${prefix}/search/`);
      expect(workflow.permissions).toEqual({ issues: 'write' });
      expect(workflow.jobs.answer.steps[0].with.site).toBe(origin);
      expect(workflow.concurrency).toBe('known-faults-${{ github.event.issue.number }}');
    });

    test('can be found from every page, and leads to the forms of the tracker', async ({
      page,
    }) => {
      await page.goto(`${prefix}/`);
      await page.locator(`footer a[href="${prefix}/maintainers/"]`).click();
      const forms = await page
        .locator('.guide a[href*="/issues/new"]')
        .evaluateAll((links) =>
          links.map((link) =>
            new URL((link as HTMLAnchorElement).href).searchParams.get('template'),
          ),
        );
      expect(forms).toEqual(['new-fault.yml', 'correction.yml']);
    });
  });
}
