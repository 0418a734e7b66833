import { expect, test } from 'vitest';
import { libraryCards, type CardLibrary } from '../../../src/social/library-cards.ts';

const words = (title: string) => ({ title, fix: { text: `Fix of ${title}` } });
const facts = (id: string, project: string, title: string) => ({
  ...words(title),
  id,
  project,
  cause: 'defect' as const,
  status: 'fixed' as const,
  symptom: 'crash' as const,
});

const library: CardLibrary = {
  articles: [
    {
      slug: 'it-crashes',
      facts: facts('KF-0001', 'numpy', 'It crashes'),
      translations: { zh: { words: words('它会崩溃') } },
    },
    { slug: 'it-hangs', facts: facts('KF-0002', 'cython', 'It hangs'), translations: {} },
  ],
  projects: new Map([
    ['numpy', { name: 'NumPy' }],
    ['cython', { name: 'Cython' }],
  ]),
};

test('every article has a card in each language, in English where it is not translated', () => {
  const cards = libraryCards(library).map(({ path, slug, text }) => [
    path,
    slug,
    text.lang,
    text.project,
    text.title,
    text.fix.text,
  ]);
  expect(cards).toEqual([
    ['/cards/KF-0001.png', 'it-crashes', 'en', 'NumPy', 'It crashes', 'Fix of It crashes'],
    ['/zh/cards/KF-0001.png', 'it-crashes', 'zh-Hans', 'NumPy', '它会崩溃', 'Fix of 它会崩溃'],
    ['/cards/KF-0002.png', 'it-hangs', 'en', 'Cython', 'It hangs', 'Fix of It hangs'],
    ['/zh/cards/KF-0002.png', 'it-hangs', 'zh-Hans', 'Cython', 'It hangs', 'Fix of It hangs'],
  ]);
});
