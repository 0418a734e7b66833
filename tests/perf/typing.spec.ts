import { expect, searchFor, test } from '../support/page-fixture.ts';

test('a keystroke is answered in under 60 ms once the index is loaded', async ({ page }) => {
  await page.goto('/search/');
  await searchFor(page, 'numpy');
  const times: number[] = [];
  for (const text of ['memoryview', 'segmentation', 'undefined symbol', 'python313t', 'numpy']) {
    const runs: number[] = [];
    for (let run = 0; run < 3; run++) {
      await searchFor(page, '');
      runs.push(
        await page.evaluate(async (query) => {
          const box = document.querySelector<HTMLInputElement>('#box');
          const results = document.querySelector('[data-results]');
          if (!box || !results) throw new Error('no search page');
          const started = performance.now();
          box.value = query;
          box.dispatchEvent(new Event('input'));
          while (results.getAttribute('aria-busy') === 'true') {
            await new Promise((resolve) => setTimeout(resolve));
          }
          return performance.now() - started;
        }, text),
      );
    }
    times.push(Math.min(...runs));
  }
  console.log(`  keystroke to results, ms: ${times.map((ms) => ms.toFixed(1)).join(' ')}`);
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(60);
});

test('a lock file of 2,000 packages is audited in under a second', async ({ page }) => {
  const packages = Array.from({ length: 2000 }, (_, n) => `package-${n}==1.${n}.0`);
  const text = [...packages, 'cython==3.0.9', 'numpy==1.26.4'].join('\n');
  await page.goto('/search/');
  const box = page.locator('[data-box]');
  // The first environment loads the code that reads environments.
  await box.fill('numpy==1.26.4\ncython==3.0.8');
  await expect(page.locator('[data-audit-read]')).toContainText('2 packages');
  const times: number[] = [];
  for (const round of [1, 2, 3]) {
    times.push(
      await page.evaluate(
        ([value = '', wanted = '']) =>
          new Promise<number>((resolve) => {
            const read = document.querySelector('[data-audit-read]');
            const field = document.querySelector<HTMLTextAreaElement>('[data-box]');
            if (!read || !field) throw new Error('no box');
            const started = performance.now();
            const observer = new MutationObserver(() => {
              if (!read.textContent?.includes(wanted)) return;
              observer.disconnect();
              resolve(performance.now() - started);
            });
            observer.observe(read, { childList: true, characterData: true, subtree: true });
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }),
        [`${text}\nextra-${round}==1.0`, '2003 packages'],
      ),
    );
    await box.fill('numpy==1.26.4\ncython==3.0.8');
    await expect(page.locator('[data-audit-read]')).toContainText('2 packages');
  }
  console.log(`  audit of 2,003 packages, ms: ${times.map((ms) => ms.toFixed(0)).join(' ')}`);
  expect(Math.min(...times)).toBeLessThan(1000);
});
