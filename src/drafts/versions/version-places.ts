import type { Cue, Owner, Word } from './version-words.ts';

export type VersionWord = Extract<Word, { kind: 'version' }>;

/** A cue beside a version. */
export interface Near {
  cue: Cue;
  text: string;
  /** Characters between the cue and the version. */
  distance: number;
}

/** A version with what stands around it in its clause. */
export interface Place {
  word: VersionWord;
  /** Cues before it, nearest first, up to the version before. */
  before: readonly Near[];
  /** Cues behind it, nearest first, up to the next version and without those that speak of that one. */
  after: readonly Near[];
  /** `>=` directly before it. */
  operator?: string;
}

/** Cues further away than this from a version say nothing of it. */
const REACH = 48;

/** A cue in English so close before the next version speaks of that one: `0.60.0 (worked in 0.59.1)`. */
const NEXT = 12;

/** The version that is the word at `at`, with its surroundings. */
export function placeOf(words: readonly Word[], at: number): Place {
  const word = words[at] as VersionWord;
  const before: Near[] = [];
  const after: Near[] = [];
  for (let index = at - 1; index >= 0; index--) {
    const near = words[index];
    if (!near || near.kind === 'version' || word.start - near.end > REACH) break;
    if (near.kind === 'cue') {
      before.push({ cue: near.cue, text: near.text, distance: word.start - near.end });
    }
  }
  const next = words.slice(at + 1).find(({ kind }) => kind === 'version')?.start ?? Infinity;
  for (let index = at + 1; index < words.length; index++) {
    const near = words[index];
    if (!near || near.kind === 'version' || near.start - word.end > REACH) break;
    if (near.kind !== 'cue' || (isLatin(near.text) && next - near.end <= NEXT)) continue;
    after.push({ cue: near.cue, text: near.text, distance: near.start - word.end });
  }
  const previous = words[at - 1];
  const isDirect = previous?.kind === 'operator' && word.start - previous.end <= 2;
  return { word, before, after, ...(isDirect && { operator: previous.text }) };
}

/** True for words of English. */
export const isLatin = (text: string) => /^[a-z' ]+$/i.test(text);

/** Whose version stands at `at`: that of the nearest name before it, else of the one right behind it. */
export function ownerOf(words: readonly Word[], at: number): Owner | undefined {
  const version = words[at];
  if (!version) return undefined;
  for (let before = at - 1; before >= 0; before--) {
    const word = words[before];
    if (word?.kind === 'owner') return word.owner;
  }
  const after = words.slice(at + 1, at + 3).find(({ kind }) => kind === 'owner');
  return after?.kind === 'owner' && after.start - version.end <= 12 ? after.owner : undefined;
}

/** How two versions side by side belong together: `3.0.0 to 3.0.10`, `3.0.9 and 3.0.10`. */
export type Range = 'to' | 'and';

/** Characters between the two ends of a range. */
const RANGE_GAP = 24;

/** What joins the versions at `from` and `to`, `undefined` for two that have nothing to do with each other. */
export function rangeOf(words: readonly Word[], from: number, to: number): Range | undefined {
  const start = words[from];
  const end = words[to];
  if (!start || !end || end.start - start.end > RANGE_GAP) return undefined;
  const between = words.slice(from + 1, to).filter(({ kind }) => kind !== 'owner');
  const joins = between.map((word) => (word.kind === 'cue' ? word.cue : undefined));
  if (!joins.every((cue) => cue === 'to' || cue === 'and' || cue === 'upgrade')) return undefined;
  return joins.includes('to') ? 'to' : joins.includes('and') ? 'and' : undefined;
}
