import type { Answers } from '../../src/diagnosis/index/served-index.ts';
import type { IndexEntry } from '../../src/diagnosis/index/index-entry.ts';

/** A small made-up article; the tests say only what matters to them. */
export function entry(slug: string, parts: Partial<IndexEntry> = {}): IndexEntry {
  return {
    id: `KF-${slug}`,
    slug,
    project: 'demo',
    title: slug.replaceAll('-', ' '),
    symptom: 'exception',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.8',
    builds: ['gil', 'free-threaded', 'debug'],
    affected: [{ ecosystem: 'PyPI', package: 'demo' }],
    signatures: [],
    messages: [],
    text: '',
    ...parts,
  };
}

/** Answers to findings of made-up articles. */
export const answersTo = (entries: readonly IndexEntry[]): Answers =>
  Object.fromEntries(
    entries.map(({ id, title, project, symptom }) => [
      id,
      {
        title,
        fix: { text: `Install the release that repairs ${id}.` },
        cause: 'defect',
        project,
        symptom,
      },
    ]),
  );
