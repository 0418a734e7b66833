import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintLibrary } from '../../../src/lint/lint-library.ts';
import { applyEdits } from '../../../src/lint/apply-edits.ts';
import { findMisspelledNames } from '../../../src/lint/name-table.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { readOrdinaryOutput } from '../../../src/lint/ordinary-output.ts';
import { libraryWith, type Edit } from '../../support/library-copy.ts';
import { root } from '../../support/root.ts';

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG = 'content/articles/demo-hang/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';

const SIGNATURE = '"Fatal Python error: demo is broken (line <n>)"';

/** Messages of the unchanged fixture library. */
const BASELINE = [
  `${CRASH}:25 sections: found a missing section; better: ## Are you affected?`,
  `${CRASH}:25 sections: found a missing section; better: ## Cause`,
  `${CRASH}:25 sections: found a missing section; better: ## Upstream`,
  'content/articles/demo-crash/zh.mdx translations: found nothing; better: a translation',
  `${HANG}:20 sections: found a missing section; better: ## Are you affected?`,
  `${HANG}:20 sections: found a missing section; better: ## What to do`,
];

async function messagesWith(...edits: Edit[]) {
  const messages = lintLibrary(await readLibrary(libraryWith(...edits)));
  return messages.map(
    ({ file, line, rule, message }) => `${file}${line ? `:${line}` : ''} ${rule}: ${message}`,
  );
}

/** Returns the messages that the edits cause. */
async function newMessages(...edits: Edit[]): Promise<string[]> {
  const before = (await messagesWith()).map(withoutLine);
  return (await messagesWith(...edits)).filter((message) => !before.includes(withoutLine(message)));
}

const withoutLine = (message: string) => message.replace(/:\d+ /, ' ');

test('reports missing sections and translations', async () => {
  const messages = await messagesWith();
  expect(messages).toEqual(expect.arrayContaining(BASELINE));
});

test('requires the sections of the English text in a translation', async () => {
  const sections = { file: HANG, from: 'It waits.', to: 'It waits.\n\n## Workarounds\n\nNone.' };
  const missing = (await messagesWith(sections)).filter((line) => /zh\.mdx.* sections:/.test(line));
  expect(missing).toEqual([`${HANG_ZH}:7 sections: found a missing section; better: ## 临时绕过`]);
});

test('requires a way to tell whether a reader is affected only of faults in releases', async () => {
  const usage = { file: HANG, from: 'cause: defect', to: 'cause: usage' };
  const range = 'affected:\n  - { ecosystem: crates.io, package: demo-rs, introduced: "0.3.0" }\n';
  const concerned = { file: HANG, from: range, to: 'concerns: [demo]\n' };
  const missing = (await messagesWith(usage, concerned)).filter((line) =>
    /demo-hang\/en.*Are you affected/.test(line),
  );
  expect(missing).toEqual([]);
});

describe('gives advice with a line and what to write instead', () => {
  test.each([
    [
      'a signature that occurs in no message',
      { file: CRASH, from: SIGNATURE, to: '"Abort <n>"' },
      `${CRASH}:15 signatures: found signatures that occur in no message of the article: Abort <n>; better: a message block with one of them, placeholders filled in`,
    ],
    [
      'a similar error that only the text links to',
      { file: HANG, from: 'It waits.', to: 'It waits. See [the crash](../demo-crash/).' },
      `${HANG}:2 look-alikes: found demo-crash not in related, though it is linked in the text; better: related: [..., demo-crash]`,
    ],
    [
      'a list in the wrong order',
      { file: CRASH, from: '[linux, windows]', to: '[windows, linux]' },
      `${CRASH}:8 lists: found platforms: [windows, linux]; better: [linux, windows]`,
    ],
    [
      'a long command',
      {
        file: CRASH,
        from: 'Upgrade.',
        to: `\`\`\`console\n$ pip install ${'x'.repeat(100)}\n${'y'.repeat(200)}\n\`\`\``,
      },
      `${CRASH}:35 long-lines: found 114 columns: $ pip install xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...; better: at most 100; longer lines scroll`,
    ],
    [
      'a long line of code',
      { file: CRASH, from: 'Upgrade.', to: `\`\`\`c\nint x;\n\t${'y'.repeat(97)}\n\`\`\`` },
      `${CRASH}:36 long-lines: found 101 columns: ${'y'.repeat(50)}...; better: at most 100; longer lines scroll`,
    ],
    [
      'a misspelled name',
      { file: CRASH, from: 'Upgrade.', to: 'Upgrade from Pypi.' },
      `${CRASH}:34 terms: found "Pypi"; better: "PyPI", or \`Pypi\` if it is code`,
    ],
    [
      'spaces at the end of a line',
      { file: CRASH, from: 'Upgrade.', to: 'Upgrade.\t ' },
      `${CRASH}:34 spaces: found 2 spaces at the end of the line; better: none`,
    ],
    [
      'a section out of order',
      { file: CRASH, from: '## What you see', to: '## Cause\n\nIt.\n\n## What you see' },
      `${CRASH}:30 sections: found ## What you see; better: this section before ## Cause`,
    ],
    [
      'a message whose address is not recorded',
      { file: CRASH, from: SIGNATURE, to: `${SIGNATURE}\n  - "demo is lost"` },
      `${CRASH}:15 addresses: found 1 of 2 addresses of messages not recorded, such as /e/1/4f74a90b1d867054/; better: \`npm run update:addresses\`, so that they stay valid when a signature is reworded`,
    ],
    [
      'a link to a former slug',
      { file: HANG, from: 'It waits.', to: '[It](../demo-import-crash/) waits.' },
      `${HANG}:23 links: found ../demo-import-crash/; better: ../demo-crash/`,
    ],
    [
      'an open fault whose ranges all end',
      { file: CRASH, from: 'status: fixed', to: 'status: open' },
      `${CRASH}:11 facts: found open, though every affected range has a fixed version; better: fixed`,
    ],
    [
      'a duplicate upstream address',
      {
        file: HANG,
        from: 'published:',
        to: '  - { kind: related, url: "https://github.com/example/demo/issues/2" }\npublished:',
      },
      `${HANG}:15 facts: found https://github.com/example/demo/issues/2 twice; better: each address once`,
    ],
  ])('%s', async (_name, edit, expected) => {
    expect(await newMessages(edit)).toContain(expected);
  });

  test('a similar error that does not list the article', async () => {
    expect(await messagesWith()).toContain(
      `${HANG}:2 look-alikes: found demo-crash not in related, though it lists this article; better: related: [..., demo-crash]`,
    );
  });

  test('a stale translation', async () => {
    const { digest = '' } = (await readLibrary(libraryWith())).articles[1] ?? {};
    expect(await messagesWith()).toContain(
      `${HANG_ZH}:4 translations: found a translation of 000000000000, the English text is now ${digest}; better: an updated translation, then \`npm run check -- --translated demo-hang\``,
    );
  });

  test('a signature that its own condition gives to another article', async () => {
    const line = 'Fatal Python error: demo is broken (line <n>)';
    const signature = `{ line: "${line}", unless: ["demo"] }`;
    const copied = {
      file: HANG,
      from: 'upstream:',
      to: `signatures:\n  - ${signature}\nupstream:`,
    };
    expect(await newMessages(copied)).toContain(
      `${HANG}:14 signatures: found a signature that is diagnosed as demo-crash: Fatal Python error: demo is broken (line <n>); better: a signature that distinguishes the two`,
    );
  });

  test('a signature without a complete word', async () => {
    const signature = {
      file: HANG,
      from: 'upstream:',
      to: 'signatures:\n  - "<n>_cp<n>"\nupstream:',
    };
    expect(await newMessages(signature)).toContain(
      `${HANG}:14 signatures: found a signature that is not recognized: <n>_cp<n>; better: a line with at least one complete word`,
    );
  });
});

describe('includes the problems that stop the build', () => {
  test.each([
    [
      'a dead link',
      { file: HANG, from: 'It waits.', to: '[It](../demo-gone/) waits.' },
      `${HANG}:23 links: link: found the article "demo-gone"; allowed: the slug of an article`,
    ],
    [
      'a dead anchor in the same article',
      { file: HANG, from: 'It waits.', to: '[It](#cause) waits.' },
      `${HANG}:23 links: link: found the anchor "#cause"; allowed: #what-you-see`,
    ],
    [
      'a dead anchor in another article',
      { file: HANG, from: 'It waits.', to: '[It](../demo-crash/#workarounds) waits.' },
      `${HANG}:23 links: link: found the anchor "#workarounds"; allowed: #what-you-see, #what-to-do`,
    ],
    [
      'overlapping ranges',
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
      `${HANG}:23 text: text: found the expression "{waits}"; allowed: no expressions; put braces in backticks or write \\{`,
    ],
  ])('%s', async (_name, edit, expected) => {
    expect(await newMessages(edit)).toContain(expected);
  });
});

test('accepts adjacent ranges of several packages', async () => {
  const ranges =
    '  - { ecosystem: PyPI, package: demo, introduced: "1.2.0", fixed: "1.3" }\n' +
    '  - { ecosystem: crates.io, package: demo, introduced: "1.1.0" }\nsignatures:';
  expect(await newMessages({ file: CRASH, from: 'signatures:', to: ranges })).toEqual([]);
});

test.each([
  ['On MacOS and macos, from pypi.', ['MacOS', 'macos', 'pypi']],
  ['Numpy or numpy 2.1, Github.', ['Numpy', 'Github']],
  ['github.com/numpy/numpy, numpy.dtype, @github, macos-14, libopenmp', []],
  ['It prints "target MacOS version" and “MacOS”.', []],
  ['在 MacOS 上，用「MacOS」', ['MacOS']],
])('misspelled names in %j: %j', (text, expected) => {
  expect(findMisspelledNames(text).map(({ found }) => found)).toEqual(expected);
});

test('limits messages to an article and those that concern it', async () => {
  const library = await readLibrary(libraryWith());
  const files = (slug: string) => new Set(lintLibrary(library, slug).map(({ file }) => file));
  expect(files('demo-hang')).toEqual(new Set([HANG, HANG_ZH]));
  expect(files('demo-crash')).toEqual(new Set([CRASH, 'content/articles/demo-crash/zh.mdx', HANG]));
});

describe('automatic fixes', () => {
  /** Fixes a library until nothing is left to fix. Returns the files that changed. */
  async function fix(root: string): Promise<string[]> {
    const library = await readLibrary(root);
    const changes = applyEdits(lintLibrary(library), library.sources);
    for (const { file, text } of changes) writeFileSync(path.join(root, file), text);
    const files = changes.map(({ file }) => file);
    return files.length === 0 ? [] : [...new Set([...files, ...(await fix(root))])];
  }

  test('change what was reported and nothing else', async () => {
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
    expect(await fix(root)).toEqual([CRASH, HANG]);
    expect(readFileSync(path.join(root, CRASH), 'utf8')).toBe(
      before
        .replace('[ windows,linux ]', '[linux, windows]')
        .replace('seen_in:\n  - a\n  - b\n  - a\n', 'seen_in: [a, b]\n')
        .replace('MacOS.  \nThen on Macos\t\n  \n', 'macOS.  \nThen on macOS\n\n'),
    );
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(
      'cause: defect\nrelated: [demo-crash]\n---\n',
    );
    expect(await fix(root)).toEqual([]);
  });

  test('break a list that is too long for a line', async () => {
    const long = 'a-slug-that-is-longer-than-what-a-line-of-the-front-matter-can-hold-with-others';
    const root = libraryWith({
      file: HANG,
      from: 'builds:',
      to: `seen_in: [${long}, b, b]\nbuilds:`,
    });
    await fix(root);
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(
      `seen_in:\n  [\n    ${long},\n    b,\n  ]\nbuilds:`,
    );
    expect((await readLibrary(root)).problems).toEqual([]);
  });

  test('write builds in the order of the vocabulary', async () => {
    const root = libraryWith({ file: CRASH, from: '[gil]', to: '[debug, gil]' });
    await fix(root);
    expect(readFileSync(path.join(root, CRASH), 'utf8')).toContain('builds: [gil, debug]\n');
  });

  test('skip a list with a comment', async () => {
    const list = 'related: [] # none so far';
    const root = libraryWith({ file: HANG, from: 'builds:', to: `${list}\nbuilds:` });
    await fix(root);
    expect(readFileSync(path.join(root, HANG), 'utf8')).toContain(list);
  });
});

test('limited to an article, reports what all rules report about it', async () => {
  const library = await readLibrary(root);
  const ordinaryOutput = readOrdinaryOutput(root);
  // Mistakes of many kinds: similar errors that are not listed, a signature without a word, one that all programs print.
  library.articles = library.articles.slice(0, 30).map(({ facts, ...article }, index) => {
    const line = index % 2 === 0 ? '<name>' : 'Successfully installed <packages>';
    const related = facts.related.slice(1);
    return { ...article, facts: { ...facts, related, signatures: [...facts.signatures, line] } };
  });
  const all = lintLibrary(library, undefined, ordinaryOutput);
  expect(new Set(all.map(({ rule }) => rule))).toEqual(
    new Set(['addresses', 'look-alikes', 'signatures']),
  );
  for (const slug of library.slugs.slice(0, 6)) {
    // Signatures of other articles are checked with those articles.
    const concerned = all.filter(
      ({ file, rule, others }) =>
        file.startsWith(`content/articles/${slug}/`) ||
        (rule === 'look-alikes' && others?.includes(slug)),
    );
    expect(concerned.length).toBeGreaterThan(0);
    expect(lintLibrary(library, slug, ordinaryOutput)).toEqual(concerned);
  }
});
