import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Rules whose result depends on colors; all others give the same result in both themes. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/**
 * Checks what a page shows now on a desktop and on a phone, in the light and the dark theme.
 *
 * @returns each violation as "phone, dark: rule: first element"
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // The page's Content-Security-Policy does not apply to what Playwright evaluates.
  await page.evaluate(axe.source);
  const found: string[] = [];
  const check = async (place: string, rules?: string[]) => {
    const violations = await page.evaluate(async (only) => {
      const { violations } = await window.axe.run({
        resultTypes: ['violations'],
        ...(only ? { runOnly: only } : {}),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    }, rules);
    found.push(...violations.map((violation) => `${place}: ${violation}`));
  };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(DESKTOP);
  await check('desktop, light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await check('desktop, dark', COLOR_RULES);
  await page.setViewportSize(PHONE);
  await check('phone, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await check('phone, light', COLOR_RULES);
  await page.setViewportSize(DESKTOP);
  return found;
}
