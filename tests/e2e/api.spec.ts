import { count, expect, languages, test } from '../support/page-fixture.ts';

for (const { prefix, lang } of languages) {
  test(`in ${lang} the footer leads to the page for programs, and each address on it answers as documented`, async ({
    page,
    request,
  }) => {
    await page.goto(`${prefix}/`);
    await page.locator('.site-footer').getByRole('link', { name: 'API' }).click();
    await expect(page).toHaveURL(`${prefix}/api/`);
    const addresses = await page.locator('.address').evaluateAll((cards) =>
      cards.map((card) => ({
        path: card.querySelector('h3 a, li a')?.getAttribute('href') ?? '',
        size: card
          .querySelector('.address-facts')
          ?.textContent?.match(/[\d.,]+(?= ?kB)/)?.[0]
          .replaceAll(',', ''),
      })),
    );
    expect(addresses.length).toBeGreaterThan(10);
    for (const { path, size } of addresses) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(200);
      expect(answer.headers()['access-control-allow-origin'], path).toBe('*');
      // The page shows three digits.
      const bytes = (await answer.body()).length;
      if (size) expect(Math.abs(Number(size) / (bytes / 1000) - 1), path).toBeLessThan(0.005);
    }
    expect(addresses.filter(({ size }) => size).length).toBeGreaterThan(5);
  });
}

test('the script on the page prints what the page shows', async ({ page, baseURL }) => {
  await page.goto('/api/');
  const script = await page.locator('pre[data-language="js"] code').textContent();
  const here = script?.replaceAll(/http:\/\/localhost:\d+(?=\/api)/g, baseURL ?? '');
  const crashes = await page.evaluate(`(async () => { ${here}\nreturn crashes.length; })()`);
  expect(crashes).toBe(count({ symptom: 'crash' }));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an example opens, cut from the real answer', async ({ page }) => {
    await page.goto('/api/');
    const card = page.locator('.address', { hasText: '/api/v1/osv/<id>.json' });
    await expect(card.locator('pre')).toBeHidden();
    await card.getByText('Example').click();
    await expect(card.locator('pre')).toContainText('"id": "x_KF-0001"');
  });
});
