import { expect, languages, test, walrus } from '../support/page-fixture.ts';

/** WCAG 2.5.8: in CSS pixels; smaller targets count when no other is within a circle of this diameter. */
const MIN_TARGET_PX = 24;

/** WCAG 2.5.5, for buttons and fields. */
const MIN_ACTION_PX = 44;

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

for (const { locale, prefix } of languages) {
  test(`every link and button of an article in ${locale} is large enough for a finger`, async ({
    page,
  }) => {
    await page.goto(prefix + walrus);
    await expect(page.locator('.copy-code').first()).toBeVisible();
    await page.locator('.link-this summary').click();
    const small = await page.evaluate(
      ([minTarget, minAction]) => {
        const isAction = (target: Element) => target.matches('button, input, select, .button');
        const isInRunningText = (target: Element) =>
          target.matches(':is(.text, .note) :is(p, li, td) a, .notice p a, .related p a');
        return (
          [...document.querySelectorAll('a, button, summary, input, select')]
            .filter((target) => target.checkVisibility() && !isInRunningText(target))
            // A checkbox is as large as its label.
            .map((target) => target.closest('label') ?? target)
            .flatMap((target) => {
              const { width, height, y } = target.getBoundingClientRect();
              const min = isAction(target) ? minAction : minTarget;
              const isOnScreen = y + window.scrollY >= 0;
              return isOnScreen && Math.min(width + 0.5, height + 0.5) < min
                ? [`${target.outerHTML.slice(0, 90)}: ${Math.round(width)} × ${Math.round(height)}`]
                : [];
            })
        );
      },
      [MIN_TARGET_PX, MIN_ACTION_PX] as const,
    );
    expect(small).toEqual([]);
  });
}
