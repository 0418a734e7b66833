import type { Page } from '@playwright/test';
import { expect, languages, pageTypes, test, walrus } from '../support/page-fixture.ts';

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
    const targets = await targetsOf(page);
    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter(isTooSmall)).toEqual([]);
  });

  for (const name of ['home', 'all faults', 'projects', 'project', 'symptoms'] as const) {
    test(`every link and button of the page "${name}" in ${locale} is large enough for a finger`, async ({
      page,
    }) => {
      await page.goto(prefix + pageTypes[name]);
      await page.locator('.menu-button').click();
      const targets = await targetsOf(page);
      expect(targets.length).toBeGreaterThan(20);
      expect(targets.filter(isTooSmall)).toEqual([]);
    });
  }
}

interface Target {
  name: string;
  isAction: boolean;
  /** The smaller of width and height. */
  px: number;
}

const isTooSmall = ({ isAction, px }: Target) => px < (isAction ? MIN_ACTION_PX : MIN_TARGET_PX);

function targetsOf(page: Page): Promise<Target[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, input, select')]
      .filter((target) => target.checkVisibility())
      // The link that skips to the content is above the page until it has the focus.
      .filter((target) => !target.matches('.skip, :is(.text, .notice) :is(p, li, td) a'))
      .map((target) => {
        // Clicks on the label of a checkbox or a hidden field and on the row of a link count.
        const isLabeled = target.matches('[type="checkbox"], .visually-hidden');
        const area = target.closest(isLabeled ? 'label' : '.fault-rows li') ?? target;
        const { width, height } = area.getBoundingClientRect();
        return {
          name: `${target.localName} ${target.className} ${target.textContent}`,
          isAction: target.matches('button, input, select, .button') && !isLabeled,
          px: Math.round(Math.min(width, height)),
        };
      }),
  );
}
