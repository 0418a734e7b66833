import { expect, languages, test, walrus } from '../support/page-fixture.ts';

/** In CSS pixels, for links outside of running text (WCAG 2.5.8). */
const MIN_TARGET_PX = 24;

/** In CSS pixels, for buttons and fields (WCAG 2.5.5). */
const MIN_ACTION_PX = 44;

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

for (const { locale, prefix } of languages) {
  test(`every link and button of an article in ${locale} is large enough for a finger`, async ({
    page,
  }) => {
    await page.goto(prefix + walrus);
    await expect(page.locator('.copy-code').first()).toBeVisible();
    await page.locator('.link-this summary').click();
    const targets = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, summary, input, select')]
        .filter((target) => target.checkVisibility())
        // The link that skips to the content is above the page until it has the focus.
        .filter((target) => !target.matches('.skip, :is(.text, .notice) :is(p, li, td) a'))
        .map((target) => {
          const isCheckbox = target.matches('[type="checkbox"]');
          // A click on the label checks the box too.
          const area = (isCheckbox ? target.closest('label') : null) ?? target;
          const { width, height } = area.getBoundingClientRect();
          return {
            name: `${target.localName} ${target.className} ${target.textContent}`,
            isAction: target.matches('button, input, select, .button') && !isCheckbox,
            px: Math.round(Math.min(width, height)),
          };
        }),
    );
    expect(targets.length).toBeGreaterThan(40);
    const small = targets.filter(
      ({ isAction, px }) => px < (isAction ? MIN_ACTION_PX : MIN_TARGET_PX),
    );
    expect(small).toEqual([]);
  });
}
