import { expect, test } from 'vitest';
import { divideAtSimilarErrors, withSimilarErrors } from '../../../src/site/similar-errors.ts';

const cause = '<h2 id="cause">Cause</h2><p>A race.</p>';
const similar = '<h2 id="look-alikes">Similar errors</h2><ul><li><a href="../a/">A</a></li></ul>';
const upstream = '<h2 id="upstream">Upstream</h2>';

test.each([
  ['of the section', cause + similar, upstream, true, ['b']],
  ['of the text, if the section is the last one', cause + similar, '', true, ['b']],
  ['of the text before Upstream, without the section', cause, upstream, false, ['a', 'b']],
  ['of the text, with neither', cause, '', false, ['a', 'b']],
])('more similar errors are listed at the end %s', (_, before, after, hasSection, unlinked) => {
  expect(divideAtSimilarErrors(before + after, ['a', 'b'])).toEqual({
    before,
    after,
    hasSection,
    unlinked,
  });
});

test('a link in another section does not count as a similar error', () => {
  const html = `<p><a href="../b/">B</a></p>${similar}`;
  expect(divideAtSimilarErrors(html, ['b']).unlinked).toEqual(['b']);
});

test('the contents list similar errors even if the text has no such section', () => {
  const headings = ['cause', 'upstream'].map((slug) => ({ depth: 2, slug, text: slug }));
  const slugs = (texts: typeof headings) => texts.map(({ slug }) => slug);
  const added = withSimilarErrors(headings, 'zh');
  expect(slugs(added)).toEqual(['cause', 'look-alikes', 'upstream']);
  expect(added[1]?.text).toBe('容易混淆的故障');
  expect(slugs(withSimilarErrors(added, 'zh'))).toEqual(slugs(added));
  expect(slugs(withSimilarErrors(headings.slice(0, 1), 'en'))).toEqual(['cause', 'look-alikes']);
});
