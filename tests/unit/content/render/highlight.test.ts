import { codeToHtml, createCssVariablesTheme } from 'shiki';
import { expect, onTestFinished, test, vi } from 'vitest';
import { shikiConfig } from '../../../../src/content/render/highlight.ts';

const theme = createCssVariablesTheme({ variablePrefix: '--astro-code-' });

const highlighted = (code: string, lang: string) =>
  codeToHtml(code, { lang, theme, transformers: shikiConfig.transformers });

test('writes classes instead of styles, and no element around default text', async () => {
  expect(await highlighted('x = "a" # b', 'python')).toBe(
    '<figure class="code"><pre tabindex="0" data-language="python"><code><span class="line">x <span class="k">=</span><span class="s"> "a"</span><span class="c"> # b</span></span></code></pre></figure>',
  );
});

test('highlights the whole line on a slow machine', async () => {
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const code = 'def f(a: int = 1, *, b: str = "x"): return [a, b]  # both';
  const fast = await highlighted(code, 'python');
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  expect(await highlighted(code, 'python')).toBe(fast);
});
