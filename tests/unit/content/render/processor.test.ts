import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { expect, test } from 'vitest';
import { processorOptions } from '../../../../src/content/render/processor.ts';

const renderer = await createSatteriMarkdownProcessor({
  ...processorOptions,
  syntaxHighlight: false,
});

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
