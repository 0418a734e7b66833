import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintLibrary } from '../../../src/lint/lint-library.ts';
import { applyEdits } from '../../../src/lint/apply-edits.ts';
import { wrongTerms } from '../../../src/lint/terms.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { libraryWith, type Edit } from '../../support/library-copy.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';

/** What the fixture library is told before anything is done to it. */
const USUAL = [
  `${CRASH}:23 sections: found a missing section; better: ## Are you affected?`,
  `${CRASH}:23 sections: found a missing section; better: ## Cause`,
  `${CRASH}:23 sections: found a missing section; better: ## Upstream`,
  'content/articles/demo-crash/zh.mdx translations: found nothing; better: a translation',
  `${HANG}:18 sections: found a missing section; better: ## Are you affected?`,
  `${HANG}:18 sections: found a missing section; better: ## What to do`,
];

async function remarksWith(...edits: Edit[]) {
  const remarks = lintLibrary(await readLibrary(libraryWith(...edits)));
  return remarks.map(
    ({ file, line, rule, message }) => `${file}${line ? `:${line}` : ''} ${rule}: ${message}`,
  );
}

/** What is said because of the edits, and was not said before. */
async function newRemarks(...edits: Edit[]): Promise<string[]> {
  const before = (await remarksWith()).map(withoutLine);
  return (await remarksWith(...edits)).filter((remark) => !before.includes(withoutLine(remark)));
}

const withoutLine = (remark: string) => remark.replace(/:\d+ /, ' ');

test('an article that is short of something is told so', async () => {
  const remarks = await remarksWith();
  for (const usual of USUAL) expect(remarks).toContain(usual);
});

test('a translation needs the sections that the English text has', async () => {
  const sections = { file: HANG, from: 'It waits.', to: 'It waits.\n\n## Workarounds\n\nNone.' };
  const missing = (await remarksWith(sections)).filter((line) => /zh\.mdx.* sections:/.test(line));
  expect(missing).toEqual([`${HANG_ZH}:6 sections: found a missing section; better: ## 临时绕过`]);
});

describe('what makes an article weak is told with its line and what to write instead', () => {
  test.each([
    [
      'a signature that stands in no message',
      { file: CRASH, from: '"Fatal Python error: demo is broken (line <n>)"', to: '"Abort <n>"' },
      `${CRASH}:15 signatures: found signatures that occur in no message of the article: Abort <n>; better: a message block with one of them, placeholders filled in`,
    ],
    [
      'a related article that is only linked in the text',
      { file: HANG, from: 'It waits.', to: 'It waits. See [the crash](../demo-crash/).' },
      `${HANG}:2 look-alikes: found demo-crash not in related, though it is linked in the text; better: related: [..., demo-crash]`,
    ],
    [
      'a list in another order than all others',
      { file: CRASH, from: '[linux, windows]', to: '[windows, linux]' },
      `${CRASH}:8 lists: found platforms: [windows, linux]; better: [linux, windows]`,
    ],
    [
      'a command that has to be scrolled',
      {
        file: CRASH,
        from: 'Upgrade.',
        to: `\`\`\`console\n$ pip install ${'x'.repeat(100)}\n${'y'.repeat(200)}\n\`\`\``,
      },
      `${CRASH}:33 long-lines: found 114 columns: $ pip install xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...; better: at most 100; longer lines scroll`,
    ],
    [
      'code that has to be scrolled',
      { file: CRASH, from: 'Upgrade.', to: `\`\`\`c\nint x;\n\t${'y'.repeat(97)}\n\`\`\`` },
      `${CRASH}:34 long-lines: found 101 columns: ${'y'.repeat(50)}...; better: at most 100; longer lines scroll`,
    ],
    [
      'a name in other letters',
      { file: CRASH, from: 'Upgrade.', to: 'Upgrade from Pypi.' },
      `${CRASH}:32 terms: found "Pypi"; better: "PyPI", or \`Pypi\` if it is code`,
    ],
    [
      'spaces at the end of a line',
      { file: CRASH, from: 'Upgrade.', to: 'Upgrade.\t ' },
      `${CRASH}:32 spaces: found 2 spaces at the end of the line; better: none`,
    ],
    [
      'sections in another order',
      { file: CRASH, from: '## What you see', to: '## Cause\n\nIt.\n\n## What you see' },
      `${CRASH}:28 sections: found ## What you see; better: this section before ## Cause`,
    ],
    [
      'a link by an earlier slug',
      { file: HANG, from: 'It waits.', to: '[It](../demo-import-crash/) waits.' },
      `${HANG}:21 links: found ../demo-import-crash/; better: ../demo-crash/`,
    ],
    [
      'a fault that is open although every range ends',
      { file: CRASH, from: 'status: fixed', to: 'status: open' },
      `${CRASH}:11 facts: found open, though every affected range has a fixed version; better: fixed`,
    ],
    [
      'a source that is named twice',
      {
        file: HANG,
        from: 'published:',
        to: '  - { kind: related, url: "https://github.com/example/demo/issues/2" }\npublished:',
      },
      `${HANG}:15 facts: found https://github.com/example/demo/issues/2 twice; better: each address once`,
    ],
  ])('%s', async (_name, edit, expected) => {
    expect(await newRemarks(edit)).toContain(expected);
  });

  test('a related article that does not list the other', async () => {
    expect(await remarksWith()).toContain(
      `${HANG}:2 look-alikes: found demo-crash not in related, though it lists this article; better: related: [..., demo-crash]`,
    );
  });

  test('a translation that is behind', async () => {
    const { digest = '' } = (await readLibrary(libraryWith())).articles[1] ?? {};
    expect(await remarksWith()).toContain(
      `${HANG_ZH}:4 translations: found a translation of 000000000000, the English text is now ${digest}; better: an updated translation, then \`npm run check -- --translated demo-hang\``,
    );
  });

  test('output that leads to another article', async () => {
    const line = 'Fatal Python error: demo is broken (line <n>)';
    const copied = { file: HANG, from: 'upstream:', to: `signatures:\n  - "${line}"\nupstream:` };
    expect(await newRemarks(copied)).toContain(
      `${CRASH}:15 signatures: found output that is diagnosed as demo-hang: Fatal Python error: demo is broken (line x); better: a signature that distinguishes the two`,
    );
  });
});

describe('what the build refuses is among it', () => {
  test.each([
    [
      'a dead link',
      { file: HANG, from: 'It waits.', to: '[It](../demo-gone/) waits.' },
      `${HANG}:21 links: link: found the article "demo-gone"; allowed: the slug of an article`,
    ],
    [
      'a dead anchor of its own',
      { file: HANG, from: 'It waits.', to: '[It](#cause) waits.' },
      `${HANG}:21 links: link: found the anchor "#cause"; allowed: #what-you-see`,
    ],
    [
      'a dead anchor of another article',
      { file: HANG, from: 'It waits.', to: '[It](../demo-crash/#workarounds) waits.' },
      `${HANG}:21 links: link: found the anchor "#workarounds"; allowed: #what-you-see, #what-to-do`,
    ],
    [
      'ranges that have versions in common',
      {
        file: CRASH,
        from: 'signatures:',
        to: '  - { ecosystem: PyPI, package: demo, introduced: "1.1", fixed: "1.3" }\nsignatures:',
      },
      `${CRASH}:14 facts: affected[1]: found {"ecosystem":"PyPI","package":"demo","introduced":"1.1","fixed":"1.3"}; allowed: a range that does not overlap the previous one (1.0.0 to 1.2.0)`,
    ],
    [
      'an expression',
      { file: HANG, from: 'It waits.', to: 'It {waits}.' },
      `${HANG}:21 text: text: found the expression "{waits}"; allowed: no expressions; put braces in backticks or write \\{`,
    ],
  ])('%s', async (_name, edit, expected) => {
    expect(await newRemarks(edit)).toContain(expected);
  });
});

test('ranges that follow each other, of several packages, are in order', async () => {
  const ranges =
    '  - { ecosystem: PyPI, package: demo, introduced: "1.2.0", fixed: "1.3" }\n' +
    '  - { ecosystem: crates.io, package: demo, introduced: "1.1.0" }\nsignatures:';
  expect(await newRemarks({ file: CRASH, from: 'signatures:', to: ranges })).toEqual([]);
});

test.each([
  ['On MacOS and macos, from pypi.', ['MacOS', 'macos', 'pypi']],
  ['Numpy or numpy 2.1, Github.', ['Numpy', 'Github']],
  ['github.com/numpy/numpy, numpy.dtype, @github, macos-14, libopenmp', []],
  ['It says "target MacOS version" and “MacOS”.', []],
  ['在 MacOS 上，用「MacOS」', ['MacOS']],
])('names in %j: %j', (text, expected) => {
  expect(wrongTerms(text).map(({ found }) => found)).toEqual(expected);
});

test('what is asked of one article is said of it, and of others because of it', async () => {
  const library = await readLibrary(libraryWith());
  const files = (slug: string) => new Set(lintLibrary(library, slug).map(({ file }) => file));
  expect(files('demo-hang')).toEqual(new Set([HANG, HANG_ZH]));
  expect(files('demo-crash')).toEqual(new Set([CRASH, 'content/articles/demo-crash/zh.mdx', HANG]));
});

describe('what a program can mend', () => {
  /** Mends a library on the disk until nothing is left and gives the names of the files that changed. */
  async function mend(root: string): Promise<string[]> {
    const library = await readLibrary(root);
    const changes = applyEdits(lintLibrary(library), library.sources);
    for (const { file, text } of changes) writeFileSync(path.join(root, file), text);
    const files = changes.map(({ file }) => file);
    return files.length === 0 ? [] : [...new Set([...files, ...(await mend(root))])];
  }

  test('is mended, and nothing else', async () => {
    const root = libraryWith(
      { file: CRASH, from: '[linux, windows]', to: '[ windows,linux ]' },
      {
        file: CRASH,
        from: 'component: core',
        to: 'seen_in:\n  - a\n  - b\n  - a\ncomponent: core',
      },
      {
        file: CRASH,
        from: 'Upgrade.',
        to: 'Upgrade on MacOS.  \nThen on Macos\t\n  \n```c\nx  \n```\n',
      },
    );
    const before = readFileSync(path.join(root, CRASH), 'utf8');
    expect(await mend(root)).toEqual([CRASH, HANG]);
    expect(readFileSync(path.join(root, CRASH), 'utf8')).toBe(
      before
        .replace('[ windows,linux ]', '[linux, windows]')
        .replace('seen_in:\n  - a\n  - b\n  - a\n', 'seen_in: [a, b]\n')
        .replace('MacOS.  \nThen on Macos\t\n  \n', 'macOS.  \nThen on macOS\n\n'),
    );
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(
      'updated: 2026-02-01\nrelated: [demo-crash]\n---\n',
    );
    expect(await mend(root)).toEqual([]);
  });

  test('a list that does not fit on a line is written below its field', async () => {
    const long = 'a-slug-that-is-longer-than-what-a-line-of-the-front-matter-can-hold-with-others';
    const root = libraryWith({
      file: HANG,
      from: 'builds:',
      to: `seen_in: [${long}, b, b]\nbuilds:`,
    });
    await mend(root);
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(
      `seen_in:\n  [\n    ${long},\n    b,\n  ]\nbuilds:`,
    );
    expect((await readLibrary(root)).problems).toEqual([]);
  });

  test('a list with a comment is left to its writer', async () => {
    const list = 'related: [] # none is like it';
    const root = libraryWith({ file: HANG, from: 'builds:', to: `${list}\nbuilds:` });
    await mend(root);
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(list);
  });
});
