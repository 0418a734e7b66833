import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';
import { signatureLine } from '../../src/domain/facts/signature.ts';
import { createRandom, type Random } from './random.ts';

/** Words of at least this share of the articles are ordinary language, which every article of the field has. */
const ORDINARY_SHARE = 0.08;

/** Size of the made-up vocabulary: English text of a library of 5,000 articles has about as many words. */
const VOCABULARY = 80_000;

const SYLLABLES = 'ka to mi re su lo ven dar pix qua zor bel nim tra gru fen os il'.split(' ');
/** A word, or a pair of Chinese characters. */
const WORD = /[A-Za-z]{4,}|\p{Script=Han}{2}/gu;
const HAN = /\p{Script=Han}/u;

/** The unified ideographs of Unicode 1.1. */
const HAN_RANGE = [0x4e00, 0x9fa5] as const;

/**
 * Returns articles about other faults, the same in every run: articles of a library in which every word that few of them
 * have is replaced. The new words are as frequent as words of a language are, by Zipf's law.
 */
export function articlesOfOtherWords(entries: readonly IndexEntry[], count: number): IndexEntry[] {
  const random = createRandom(1);
  const ordinary = ordinaryWords(entries);
  const words = Array.from({ length: VOCABULARY }, () => makeWord(random));
  const pairs = Array.from({ length: VOCABULARY }, () => makePair(random));
  return Array.from({ length: count }, (_, number) => {
    const entry = random.pick(entries);
    const own = new Map<string, string>();
    const replace = (text: string) =>
      text.replace(WORD, (word) => {
        const known = word.toLowerCase();
        if (ordinary.has(known)) return word;
        const other = own.get(known) ?? drawWord(HAN.test(word) ? pairs : words, random);
        own.set(known, other);
        return other;
      });
    const { english } = entry;
    return {
      ...entry,
      id: `KF-${20_000 + number}`,
      slug: replace(entry.slug),
      title: replace(entry.title),
      summary: replace(entry.summary ?? ''),
      fix: replace(entry.fix ?? ''),
      ...(english && {
        english: { title: replace(english.title), summary: replace(english.summary) },
      }),
      aliases: [],
      seenIn: (entry.seenIn ?? []).map(replace),
      signatures: entry.signatures.map((signature) => replace(signatureLine(signature))),
      messages: entry.messages.map(replace),
      code: replace(entry.code ?? ''),
      text: replace(entry.text),
      lookAlikes: replace(entry.lookAlikes ?? ''),
    };
  });
}

function ordinaryWords(entries: readonly IndexEntry[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { title, summary = '', text } of entries) {
    const words = `${title} ${summary} ${text}`.toLowerCase().match(WORD) ?? [];
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = ORDINARY_SHARE * entries.length;
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}

/** Draws a word; the word at place n is drawn in proportion to 1/n. */
function drawWord(vocabulary: readonly string[], random: Random): string {
  const share = random.integer(0, 999_999) / 1_000_000;
  return vocabulary[Math.floor(vocabulary.length ** share) - 1] ?? '';
}

const makeWord = (random: Random) =>
  Array.from({ length: random.integer(2, 4) }, () => random.pick(SYLLABLES)).join('');

const makePair = (random: Random) =>
  String.fromCodePoint(random.integer(...HAN_RANGE), random.integer(...HAN_RANGE));
