import type { Locale } from '../vocabulary.ts';

/**
 * The sections of an article with their headings, in the order in which a reader needs them. The key is the anchor, the
 * same in every language, so a deep link survives the language switch.
 */
export const sections = {
  'what-you-see': { en: 'What you see', zh: '你会看到什么' },
  'are-you-affected': { en: 'Are you affected?', zh: '是否受影响' },
  'what-to-do': { en: 'What to do', zh: '解决办法' },
  workarounds: { en: 'Workarounds', zh: '临时绕过' },
  cause: { en: 'Cause', zh: '原因' },
  reproduce: { en: 'Reproduce it', zh: '复现' },
  'look-alikes': { en: 'Look-alikes', zh: '容易混淆的故障' },
  upstream: { en: 'Upstream', zh: '上游记录' },
} as const satisfies Record<string, Record<Locale, string>>;

export type SectionId = keyof typeof sections;

const byHeading = new Map<string, SectionId>(
  Object.entries(sections).flatMap(([id, headings]) =>
    Object.values(headings).map((heading) => [heading, id as SectionId] as const),
  ),
);

/** Returns the section of a level-2 heading in any language; `undefined` for any other heading. */
export function sectionOf(heading: string): SectionId | undefined {
  return byHeading.get(heading.trim());
}
