import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { CORPUS } from '../../../support/article-corpus.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const HANG = 'content/articles/demo-hang';
const STACK = readFileSync(path.join(CORPUS, 'pictures/stack.png'));

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" ${attributes}>${inside}</svg>`;
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } });

const ELEMENTS =
  'svg, g, defs, title, desc, path, rect, circle, ellipse, line, polyline, polygon, text, tspan, marker, linearGradient, radialGradient, stop, clipPath';
const SHAPES = 'attributes of shapes, such as fill and stroke';
const INSIDE = 'a reference within the picture, such as #arrow';

/** Lays a file beside the demo article and gives what is said of the library. */
async function problemsWith(name: string, content: string | Uint8Array): Promise<string[]> {
  const root = libraryWith();
  writeFileSync(path.join(root, HANG, name), content);
  return problemsOf(root);
}

const problemsOf = async (root: string) => (await readLibrary(root)).problems.map(formatProblem);

describe('a picture that is more or less than a picture is refused', () => {
  test.each([
    [
      'script',
      svg('<script>alert(1)</script>'),
      `the element <script> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'script of another prefix',
      svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
      `the element <x:script> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'HTML',
      svg('<g><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></g>'),
      `the element <body> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'foreign object',
      svg('<foreignObject/>'),
      `the element <foreignObject> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'link',
      svg('<a href="javascript:alert(1)"/>'),
      `the element <a> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'style',
      svg('<style>@import "https://a.example"</style>'),
      `the element <style> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'animation',
      svg('<set attributeName="href" to="javascript:alert(1)"/>'),
      `the element <set> in SVG; allowed: ${ELEMENTS}`,
    ],
    ['repetition', svg('<use href="#a"/>'), `the element <use> in SVG; allowed: ${ELEMENTS}`],
    [
      'remote picture',
      svg('<image href="https://a.example/x.png"/>'),
      `the element <image> in SVG; allowed: ${ELEMENTS}`,
    ],
    ['handler', svg('', 'onload="alert(1)"'), `the attribute onload in SVG; allowed: ${SHAPES}`],
    ['inline style', svg('<rect style="x:y"/>'), `the attribute style in SVG; allowed: ${SHAPES}`],
    [
      'remote paint',
      svg('<rect fill="url(https://a.example/#x)"/>'),
      `fill="url(https://a.example/#x)" in SVG; allowed: ${INSIDE}`,
    ],
    [
      'escaped paint',
      svg('<rect fill="u\\72l(//a.example)"/>'),
      `fill="u\\\\72l(//a.example)" in SVG; allowed: ${INSIDE}`,
    ],
    [
      'remote gradient',
      svg('<linearGradient href="//a.example/#x"/>'),
      `href="//a.example/#x" in SVG; allowed: ${INSIDE}`,
    ],
    [
      'entities',
      `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${svg('&x;')}`,
      'a document type in SVG; allowed: none: it may declare entities',
    ],
    [
      'style sheet',
      `<?xml-stylesheet href="x.css"?>${svg('')}`,
      'the instruction <?xml-stylesheet?> in SVG; allowed: none, or <?xml version="1.0"?>',
    ],
    [
      'other encoding',
      `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`,
      'the instruction <?xml?> in SVG; allowed: none, or <?xml version="1.0"?>',
    ],
    [
      'HTML by its name',
      '<html><script>alert(1)</script></html>',
      `the element <html> in SVG; allowed: ${ELEMENTS}`,
    ],
    [
      'two pictures',
      svg('') + svg(''),
      '2 elements <svg>; allowed: exactly one, around everything else',
    ],
    [
      'depth',
      svg('<g>'.repeat(30) + '</g>'.repeat(30)),
      'more than 20 levels in SVG; allowed: a flatter picture',
    ],
    [
      'no XML',
      'hello',
      'SVG that does not parse (Non-whitespace before first tag.); allowed: well-formed XML',
    ],
    [
      'no size',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 x"/>',
      'no viewBox in SVG; allowed: viewBox="0 0 width height"',
    ],
    ['nothing', '', '0 elements <svg>; allowed: exactly one, around everything else'],
  ])('SVG: %s', async (_name, content, message) => {
    expect(await problemsWith('a.svg', content)).toEqual([
      `${HANG}/a.svg picture: found ${message}`,
    ]);
  });

  test.each([
    ['text', 'a.png', 'hello', 'a file that is not a .png picture; allowed: a .png picture'],
    [
      'a script',
      'a.jpg',
      '<script>alert(1)</script>',
      'a file that is not a .jpg picture; allowed: a .jpg picture',
    ],
    [
      'another kind',
      'a.webp',
      STACK,
      'a file that is not a .webp picture; allowed: a .webp picture',
    ],
    [
      'SVG',
      'a.png',
      svg('<script/>'),
      'a file that is not a .png picture; allowed: a .png picture',
    ],
    [
      'half a picture',
      'a.png',
      STACK.subarray(0, STACK.length / 2),
      'a picture that cannot be opened; allowed: a complete .png picture',
    ],
    [
      'SVG in UTF-16',
      'a.svg',
      Buffer.from(svg('<script/>'), 'utf16le'),
      'SVG that does not parse (Unencoded <); allowed: well-formed XML',
    ],
  ])('%s', async (_name, file, content, message) => {
    const [problem] = await problemsWith(file, content);
    expect(problem).toContain(`${HANG}/${file} picture: found ${message}`);
  });

  test('one of too many dots, of too many bytes, too many of them', async () => {
    expect(await problemsWith('a.png', await picture(2100, 5).png().toBuffer())).toEqual([
      `${HANG}/a.png picture: found a picture of 2100 by 5 pixels; allowed: at most 2000 by 2000`,
    ]);
    expect(await problemsWith('a.png', Buffer.alloc(200_001))).toEqual([
      `${HANG}/a.png file: found 200001 bytes; allowed: at most 200000`,
    ]);
    const root = libraryWith();
    for (let at = 0; at < 11; at++) writeFileSync(path.join(root, HANG, `p${at}.png`), STACK);
    expect(await problemsOf(root)).toEqual([
      `${HANG} files: found 11 pictures; allowed: at most 10`,
    ]);
  });
});

test('a drawing, a photograph and a screenshot are fine', async () => {
  const root = libraryWith();
  const drawing = svg(
    '<title>A &amp; B</title><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>' +
      '<!-- a comment --><g fill="url(#a)"><path d="M0 0h1"/><text x="1" y="2">&#60;n&gt;</text></g>',
    'width="4"',
  );
  writeFileSync(
    path.join(root, HANG, 'a.svg'),
    `<?xml version="1.0" encoding="UTF-8"?>\n${drawing}\n`,
  );
  writeFileSync(path.join(root, HANG, 'b.jpg'), await picture(30, 20).jpeg().toBuffer());
  writeFileSync(path.join(root, HANG, 'c.webp'), await picture(30, 20).webp().toBuffer());
  writeFileSync(path.join(root, HANG, 'd.png'), STACK);
  expect(await problemsOf(root)).toEqual([]);
});

describe('what is no file of the library is refused', () => {
  test.each([
    ['an article', (root: string) => path.join(root, HANG, 'en.mdx'), `${HANG}/en.mdx`],
    ['a picture', (root: string) => path.join(root, HANG, 'a.png'), `${HANG}/a.png`],
    [
      'a folder',
      (root: string) => path.join(root, 'content/articles/linked'),
      'content/articles/linked',
    ],
    [
      'a project',
      (root: string) => path.join(root, 'content/projects/linked.yaml'),
      'content/projects/linked.yaml',
    ],
  ])('a link in the place of %s', async (_name, target, file) => {
    const root = libraryWith();
    rmSync(target(root), { force: true });
    symlinkSync('/etc', target(root));
    expect(await problemsOf(root)).toContain(
      `${file} file: found a symbolic link; allowed: the file itself`,
    );
  });

  test.each([
    ['content/articles/README.md', 'file: found a file; allowed: a folder for each article'],
    [
      `${HANG}/x.html`,
      'file name: found "x.html"; allowed: en.mdx, zh.mdx and pictures (.png, .jpg, .webp, .svg)',
    ],
    [
      `${HANG}/EN.mdx`,
      'file name: found "EN.mdx"; allowed: en.mdx, zh.mdx and pictures (.png, .jpg, .webp, .svg)',
    ],
    [
      `${HANG}/a b.png`,
      'file name: found "a b.png"; allowed: en.mdx, zh.mdx and pictures (.png, .jpg, .webp, .svg)',
    ],
    [
      `${HANG}/a%2e.png`,
      'file name: found "a%2e.png"; allowed: en.mdx, zh.mdx and pictures (.png, .jpg, .webp, .svg)',
    ],
    ['content/projects/x.yml', 'file name: found "x.yml"; allowed: <id>.yaml'],
    ['content/projects/..x.yaml', undefined],
  ])('%s', async (file, message) => {
    const root = libraryWith();
    writeFileSync(path.join(root, file), 'x');
    expect(await problemsOf(root)).toEqual(message === undefined ? [] : [`${file} ${message}`]);
  });

  test.each(['Demo', 'demo_hang', '-demo', 'demo--hang', 'демо', 'demo hang', 'demo%2fx'])(
    'a folder called %s',
    async (name) => {
      const root = libraryWith();
      mkdirSync(path.join(root, 'content/articles', name));
      expect(await problemsOf(root)).toEqual([
        `content/articles/${name} folder name: found "${name}"; allowed: a slug such as cython-walrus-crash`,
      ]);
    },
  );

  test('a folder in the place of a text or a picture', async () => {
    const root = libraryWith();
    rmSync(path.join(root, HANG, 'zh.mdx'));
    mkdirSync(path.join(root, HANG, 'zh.mdx'));
    mkdirSync(path.join(root, HANG, 'a.png'));
    expect((await problemsOf(root)).map((line) => line.split(';')[0])).toEqual([
      `${HANG}/a.png file name: found "a.png"`,
      `${HANG}/zh.mdx file name: found "zh.mdx"`,
    ]);
  });
});

test('a name that speaks to the terminal or to the workflow is printed as what it is', async () => {
  const [line = ''] = await problemsWith('x\n::error::y\u001b[2J\u202e', '');
  expect(line).toBe(
    `${HANG}/x ::error::y<U+001B>[2J<U+202E> file name: found "x\\n::error::y\\u001b[2J<U+202E>"; allowed: en.mdx, zh.mdx and pictures (.png, .jpg, .webp, .svg)`,
  );
});

describe('a text that is none', () => {
  test.each([
    [
      'too large to be read',
      Buffer.alloc(200_001, 'x'),
      'file: found 200001 bytes; allowed: at most 200000',
    ],
    [
      'in UTF-16',
      Buffer.from('---\nid: x\n---\n', 'utf16le'),
      'front matter: found no front matter',
    ],
    [
      'in Latin-1',
      Buffer.from('---\ntitle: é\n---\n', 'latin1'),
      'file: found bytes that are not UTF-8; allowed: UTF-8',
    ],
    ['empty', '', 'front matter: found no front matter'],
  ])('%s', async (_name, content, message) => {
    const root = libraryWith();
    writeFileSync(path.join(root, HANG, 'zh.mdx'), content);
    const [line = ''] = await problemsOf(root);
    expect(line).toContain(message);
  });

  test('a hundred thousand quotes within each other', async () => {
    const root = libraryWith();
    const file = path.join(root, HANG, 'zh.mdx');
    writeFileSync(file, readFileSync(file, 'utf8') + '>'.repeat(100_000));
    expect(await problemsOf(root)).toEqual([
      `${HANG}/zh.mdx:6 text: found 100023 characters; allowed: at most 40000`,
    ]);
  });

  test('a file that claims a terabyte', async () => {
    const root = libraryWith();
    truncateSync(path.join(root, HANG, 'zh.mdx'), 2 ** 40);
    expect(await problemsOf(root)).toEqual([
      `${HANG}/zh.mdx file: found 1099511627776 bytes; allowed: at most 200000`,
    ]);
  });
});

test('Windows line ends are read as any other', async () => {
  const root = libraryWith();
  const file = path.join(root, HANG, 'en.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  expect(await problemsOf(root)).toEqual([]);
});

test('a folder that takes the name of another one is another article', async () => {
  const root = libraryWith();
  renameSync(path.join(root, HANG), path.join(root, 'content/articles/constructor'));
  expect(await problemsOf(root)).toEqual([
    'content/articles/demo-crash/en.mdx:21 related[0]: found "demo-hang"; allowed: the slug of an article',
  ]);
});
