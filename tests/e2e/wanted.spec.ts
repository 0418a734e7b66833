import { expect, languages, test } from '../support/page-fixture.ts';

for (const { locale, prefix } of languages) {
  test(`wanted faults in ${locale}: most reported first, each with its threads and a prefilled report`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/`);
    await page.locator(`footer a[href="${prefix}/wanted/"]`).click();
    const faults = page.locator('.wanted-faults > li');
    const texts = await faults.locator('.hint span:last-child').allTextContents();
    const counts = texts.map((text) => Number.parseInt(text, 10));
    expect(counts.length).toBeGreaterThan(0);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));

    const first = faults.first();
    const name = await first.getByRole('heading').textContent();
    await expect(first.locator('.evidence-links a').first()).toHaveAttribute('href', /^https:/);
    const address = new URL((await first.locator('.button').getAttribute('href')) ?? '');
    expect(address.pathname).toMatch(/\/issues\/new$/);
    expect(address.searchParams.get('template')).toBe('unknown-error.yml');
    expect(address.searchParams.get('title')).toBe(name);
  });
}
