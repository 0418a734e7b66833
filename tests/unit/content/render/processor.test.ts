import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { expect, test } from 'vitest';
import { processorOptions } from '../../../../src/content/render/processor.ts';

const renderer = await createSatteriMarkdownProcessor({
  ...processorOptions,
  syntaxHighlight: false,
});

test.each([
  ['`pip install --no-deps`', '<code>pip install <span class="whole">--no-deps</span></code>'],
  ['`free-threaded`', '<code>free-threaded</code>'],
  ['[`-fPIC`](https://example.org/)', '<code><span class="whole">-fPIC</span></code>'],
])('%s keeps its options whole', async (markdown, html) => {
  expect((await renderer.render(markdown)).code).toContain(html);
});

test('the options in a code block are left alone', async () => {
  const { code } = await renderer.render('```text\npip install --no-deps\n```');
  expect(code).toContain('pip install --no-deps');
});
