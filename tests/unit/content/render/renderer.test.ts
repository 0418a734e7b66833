import { expect, test } from 'vitest';
import { renderer } from '../../../../src/content/render/renderer.ts';

test.each([
  ['`pip install --no-deps`', '<code>pip install <span class="whole">--no-deps</span></code>'],
  ['`conda-forge x`', '<code><span class="whole">conda-forge</span> x</code>'],
  ['`no_hyphen`', '<code>no_hyphen</code>'],
  ['[`-fPIC`](https://example.org/)', '<code><span class="whole">-fPIC</span></code>'],
])('%s keeps its words with hyphens whole', async (markdown, html) => {
  expect((await renderer.render(markdown)).code).toContain(html);
});

test('the words of a code block are left alone', async () => {
  const { code } = await renderer.render('```text\npip install --no-deps\n```');
  expect(code).toContain('pip install --no-deps');
});

test('a code block that was rendered before looks the same, with the characters of HTML escaped', async () => {
  const block = '```cpp title="list.cpp"\n#include <list> // &\n```';
  const { code } = await renderer.render(block);
  expect(code).toContain('<figcaption>list.cpp</figcaption>');
  expect(code).toContain('&lt;list></span><span class="c"> // &amp;</span>');
  expect((await renderer.render(block)).code).toBe(code);
});
