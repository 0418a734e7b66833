import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { root } from '../../support/root.ts';

const QUESTIONS = 'tests/fixtures/questions.jsonl';

/** A question as people type it. */
export interface Question {
  /** Article that answers it, `''` if none does. */
  slug: string;
  lang: Locale;
  text: string;
  kind: 'symptom' | 'message' | 'forum' | 'typo' | 'unanswered';
}

/** The halves of the faults: constants are chosen on one, and measured on the other. */
export const halves = ['development', 'evaluation'] as const;
export type Half = (typeof halves)[number];

export function readQuestions(): Question[] {
  const lines = readFileSync(path.join(root, QUESTIONS), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Question);
}

/** Returns the half that a fault belongs to: two bits of the FNV-1a hash of its slug decide. */
export function halfOf(slug: string): Half {
  const hash = [...slug].reduce(
    (sum, character) => Math.imul(sum ^ character.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  return ((hash >>> 26) ^ hash) % 2 === 0 ? 'development' : 'evaluation';
}
