import type { Locale } from '../vocabulary.ts';

/**
 * Sections of an article, in the order in which a reader needs them, with their headings.
 * The key is the anchor. It is the same in every language, so a deep link survives switching languages, and it stays
 * when a heading is reworded: published links point at `#look-alikes`.
 */
export const sections = {
  'what-you-see': { en: 'What you see', zh: '你会看到什么' },
  'are-you-affected': { en: 'Are you affected?', zh: '是否受影响' },
  'what-to-do': { en: 'What to do', zh: '解决办法' },
  workarounds: { en: 'Workarounds', zh: '临时绕过' },
  cause: { en: 'Cause', zh: '原因' },
  reproduce: { en: 'Reproduce it', zh: '复现' },
  'look-alikes': { en: 'Similar errors', zh: '容易混淆的故障' },
  upstream: { en: 'Upstream', zh: '上游记录' },
} as const satisfies Record<string, Record<Locale, string>>;

export type SectionId = keyof typeof sections;

const byHeading = new Map<string, SectionId>(
  Object.entries(sections).flatMap(([id, headings]) =>
    Object.values(headings).map((heading) => [heading, id as SectionId] as const),
  ),
);

/** Returns the section that a level-2 heading opens, in any language; `undefined` for any other heading. */
export function sectionOf(heading: string): SectionId | undefined {
  return byHeading.get(heading.trim());
}
