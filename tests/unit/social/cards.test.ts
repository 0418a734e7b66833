import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MeasuredNode } from '@takumi-rs/core';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { readLibrary } from '../../../src/content/read/read-library.ts';
import { CardRenderer } from '../../../src/social/card-renderer.ts';
import {
  cardAlt,
  cardText,
  type CardSource,
  type CardText,
} from '../../../src/social/card-text.ts';
import { cardFonts } from '../../../src/social/fonts.ts';
import { libraryCards } from '../../../src/social/library-cards.ts';
import { breakable, titleSize, TITLE_WIDTH } from '../../../src/social/title-layout.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fonts = cardFonts(root);

/** Hundreds of cards are laid out, some drawn. */
const SLOW = 60_000;

/** Top of the picture at the bottom of a card, in pixels. */
const LAYERS_TOP = 454;

/** Width of a space at the end of a line, in pixels. */
const SPACE = 19;

const article = (titles: Partial<Record<Locale, string>> = {}, fix = FIX): CardSource => ({
  facts: { id: 'KF-0001', cause: 'defect', status: 'fixed', symptom: 'crash' },
  project: { name: 'Cython' },
  in: (locale) => ({ title: titles[locale] ?? titles.en ?? 'It crashes', fix: { text: fix } }),
});

const FIX = 'Rebuild with `Cython` 3.1.0 or later.';

describe('the text of a card', () => {
  test('in English', () => {
    expect(cardText(article(), 'en')).toEqual({
      lang: 'en',
      site: 'Known Faults',
      id: 'KF-0001',
      project: 'Cython',
      symptom: 'Crash',
      status: { value: 'fixed', name: 'Fixed' },
      title: 'It crashes',
      fix: { label: 'What to do', text: 'Rebuild with Cython 3.1.0 or later.' },
    });
  });

  test('in Chinese', () => {
    const translated = article({ zh: '它会崩溃' }, '用 Cython 3.1.0 或更高版本重新构建。');
    expect(cardText(translated, 'zh')).toMatchObject({
      lang: 'zh-Hans',
      symptom: '崩溃',
      title: '它会崩溃',
      status: { name: '已修复' },
      fix: { label: '解决办法', text: '用 Cython 3.1.0 或更高版本重新构建。' },
    });
  });

  test('has the English title and Chinese labels for an article that is not translated', () => {
    expect(cardText(article(), 'zh')).toMatchObject({ title: 'It crashes', symptom: '崩溃' });
  });

  test('has an alternative in which a sentence as title ends once', () => {
    expect(cardAlt(cardText(article({ en: 'It needs B.' }), 'en'))).toContain(
      ': It needs B. Cython',
    );
  });

  test('has an alternative', () => {
    expect(cardAlt(cardText(article(), 'en'))).toBe(
      'KF-0001: It crashes. Cython, Crash, Fixed. What to do: Rebuild with Cython 3.1.0 or later.',
    );
  });
});

describe('the title', () => {
  test.each([
    ['It crashes', 'It crashes'],
    ['版 Python 一导入就崩溃', '版 Python 一|导入|就|崩溃'],
    ['导致崩溃："count is -1"', '导致|崩溃："count is -1"'],
    ['C 扩展报 undefined symbol', 'C 扩展|报 undefined symbol'],
  ])('%s breaks between words', (title, marked) => {
    expect(breakable(title)).toBe(marked.replaceAll('|', '\u200b'));
  });

  test.each([
    ['It crashes', 76],
    ['Module with @cython.ufunc and cimport numpy crashes on import', 60],
    ['Walrus assignment of a typed memoryview crashes: "Acquisition count is -1"', 64],
    ['崩溃'.repeat(45), 42],
    ['undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationE', 46],
    ['W'.repeat(90), 42],
  ])('%s has a font size of %i pixels', (title, px) => {
    expect(titleSize(breakable(title))).toBe(px);
  });
});

/** Returns all nodes of a layout that contain text, with their position on the card. */
function textBoxes(
  node: MeasuredNode,
): { text: string; node: MeasuredNode; x: number; y: number }[] {
  const [, , , , x, y] = node.transform;
  const own = node.runs.map(({ text }) => text).join('');
  return [
    ...(node.runs.length > 0 ? [{ text: own, node, x, y }] : []),
    ...node.children.flatMap(textBoxes),
  ];
}

const letters = (text: string) => text.replace(/[\s\u200b]/g, '');

describe('the layout', { timeout: SLOW }, () => {
  const renderer = new CardRenderer(root);
  const titled = (title: string): CardText => cardText(article({ en: title }), 'en');

  /** Returns what is wrong with the title of a card: truncated, too wide or too high. */
  async function titleFaults(title: string): Promise<string[]> {
    const boxes = textBoxes(await renderer.measure(titled(title)));
    const box = boxes.find(({ text }) => letters(text) === letters(title));
    if (!box) return [`truncated: ${title}`];
    const widest = Math.max(
      ...box.node.runs.map(({ x, text, width }) => x + (text.trim() ? width : 0)),
    );
    const bottom = box.y + box.node.height;
    return [
      ...(widest > TITLE_WIDTH + SPACE ? [`${widest} wide: ${title}`] : []),
      ...(bottom > LAYERS_TOP || box.y < 130 ? [`from ${box.y} to ${bottom}: ${title}`] : []),
    ];
  }

  test.each([
    'W'.repeat(90),
    '@'.repeat(90),
    '溃'.repeat(90),
    '自由线程'.repeat(22),
    `${'x_'.repeat(44)}x`,
    'WWW MMM @@@ '.repeat(7).trim(),
    '<b>&amp;</b> {x} \\n $(y) `z`',
  ])('has room for the title %s', async (title) => {
    expect(await titleFaults(title)).toEqual([]);
  });

  test('has room for every title that the schema allows', async () => {
    const word = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_.:@#-]{1,40}$/),
      fc.stringMatching(/^[一-龥]{1,30}$/),
      fc.constantFrom('“', '”', '…', '——', '：', '（版）'),
    );
    const title = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 30 }), fc.constantFrom(' ', ''))
      .map(([words, between]) => words.join(between).slice(0, 90).trim());
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        expect(await titleFaults(text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps a long name of a project on the card', async () => {
    const named = { ...article(), project: { name: 'W'.repeat(60) } };
    const layout = await renderer.measure(cardText(named, 'en'));
    const outside = textBoxes(layout).filter(({ x, node }) => x + node.width > 1200 - 64);
    expect(outside).toEqual([]);
  });

  test.each([
    'W'.repeat(160),
    '溃'.repeat(160),
    'Upgrade it. '.repeat(13).trim(),
    `${'x_'.repeat(79)}x`,
  ])('has room for the fix %s', async (fix) => {
    const boxes = textBoxes(await renderer.measure(cardText(article({}, fix), 'en')));
    const box = boxes.find(({ text }) => letters(text) === letters(fix));
    expect(box?.y).toBeGreaterThan(LAYERS_TOP + 24);
    expect((box?.y ?? 0) + (box?.node.height ?? 0)).toBeLessThanOrEqual(630);
  });
});

describe('the cards of the library', { timeout: SLOW }, () => {
  const cards: CardText[] = [];

  beforeAll(async () => {
    const library = await readLibrary(root);
    cards.push(...libraryCards(library).map(({ text }) => text));
  });

  test('show every fact in full', async () => {
    const renderer = new CardRenderer(root);
    const cut: string[] = [];
    for (const card of cards) {
      const boxes = textBoxes(await renderer.measure(card));
      const whole = boxes.filter(({ node }) =>
        node.runs.every((run) => run.width <= node.width + 1),
      );
      const shown = new Set(whole.map(({ text }) => text));
      const { project, symptom, status, fix } = card;
      const facts = [card.id, project, symptom, status.name, fix.label];
      cut.push(...facts.filter((fact) => !shown.has(fact)).map((fact) => `${card.id}: ${fact}`));
    }
    expect(cut).toEqual([]);
  });

  test('have a glyph for each of their characters', () => {
    const ranges = fonts.flatMap(({ unicodeRange }) => unicodeRange);
    const characters = new Set(cards.flatMap((card) => [...JSON.stringify(card)]));
    const missing = [...characters].filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      return !ranges.some(([first, last]) => first <= point && point <= last);
    });
    expect(missing).toEqual([]);
  });

  test('are equal to the byte in whatever order and however many at a time they are drawn', async () => {
    const some = cards.filter((_, index) => index % 23 === 0 || index < 4);
    const drawn = async (texts: CardText[], atATime: number) => {
      const renderer = new CardRenderer(root);
      const pictures = new Map<CardText, string>();
      const undrawn = texts.values();
      const draw = async () => {
        for (const text of undrawn) {
          pictures.set(text, Buffer.from(await renderer.draw(text)).toString('base64'));
        }
      };
      await Promise.all(Array.from({ length: atATime }, draw));
      return pictures;
    };
    const expected = await drawn(some, 1);
    for (const pictures of [await drawn(some.toReversed(), 1), await drawn(some, 4)]) {
      const differing = some.filter((text) => pictures.get(text) !== expected.get(text));
      expect(differing.map(({ id, lang }) => `${id} ${lang}`)).toEqual([]);
    }
  });

  test('do not depend on which font file is read first', async () => {
    const title = '对类型化内存视图使用海象运算符导致崩溃："Acquisition count is -1"';
    const both = article({ en: 'It crashes', zh: title });
    const drawn = await Promise.all(
      ['noto-sans-sc-117-', 'noto-sans-sc-latin-'].map(async (first) => {
        const delayed = fonts.map((font) => ({
          ...font,
          data: () => setTimeout(font.key.includes(first) ? 0 : 100).then(font.data),
        }));
        const renderer = new CardRenderer(root, delayed);
        await renderer.draw(cardText(both, 'en'));
        return Buffer.from(await renderer.draw(cardText(both, 'zh'))).toString('base64');
      }),
    );
    expect(drawn[0]).toEqual(drawn[1]);
  });

  test('have digests that depend on their text', () => {
    const renderer = new CardRenderer(root);
    const digests = cards.map((card) => renderer.digest(card));
    expect(new Set(digests).size).toBe(cards.length);
    const [card] = cards as [CardText];
    expect(renderer.digest(structuredClone(card))).toBe(digests[0]);
    expect(renderer.digest({ ...card, title: `${card.title}!` })).not.toBe(digests[0]);
  });

  test('read each font file once, and only those they need', async () => {
    const reads = new Map<string, number>();
    const counted = fonts.map((font) => ({
      ...font,
      data: () => {
        reads.set(font.key, (reads.get(font.key) ?? 0) + 1);
        return font.data();
      },
    }));
    const renderer = new CardRenderer(root, counted);
    for (const card of cards.slice(0, 10)) await renderer.draw(card);
    expect(new Set(reads.values())).toEqual(new Set([1]));
    expect(reads.size).toBeLessThan(fonts.length / 2);
  });
});
