import { expect, test } from 'vitest';
import { validateArticle } from '../../../../src/content/validate/validate-article.ts';

const tags = (count: number) => '<a>'.repeat(count);
const code = `template <class T> void f() { ${'std::vector<T> x; '.repeat(30)} }`;

test.each([
  ['at the beginning', `{${tags(40)}`],
  ['closed after each tag', `{${'<a>}{'.repeat(40)}`],
  ['with braces in attributes', `{${'<a b={}>'.repeat(40)}`],
  ['over several paragraphs', `x {${'<a>\n\n'.repeat(40)}`],
  ['in an attribute', `<Note a={${tags(40)}`],
  ['in code that only Markdown sees', `    \`\`\`\n\`\`\`\n{${tags(40)}`],
  ['in code that only Markdown sees, after a component', `<Note>\n\`\`\`\n\n\`\`\`\n{${tags(40)}`],
  ['behind an escaped backslash', `\\\\{${tags(40)}`],
  ['behind code with characters of two units', `\`😀😀😀\` {${tags(40)}`],
])('a brace before many tags is refused before the parser meets it: %s', (_name, text) => {
  const { violations } = validateArticle(text);
  expect(violations.map(({ found }) => found)).toEqual(['a brace before many tags']);
});

test.each([
  ['code', `\`\`\`cpp\n${code}\n\`\`\``],
  ['a code span', `Write \`${code}\`.`],
  ['an escaped brace', `Write \\{ ${'and `<a>` '.repeat(30)}.`],
])('braces and tags in %s are accepted', (_name, text) => {
  expect(validateArticle(text).violations).toEqual([]);
});
