import { textsOf, type LibraryArticle } from '../../content/read/library-model.ts';
import { sections, type SectionId } from '../../domain/facts/sections.ts';
import { defaultLocale } from '../../domain/vocabulary.ts';
import { advice, type LintMessage } from '../lint-message.ts';
import { compareSections, sectionsOf } from '../known-sections.ts';

/** Sections that every English article needs. The others depend on the fault. */
const REQUIRED: readonly SectionId[] = [
  'what-you-see',
  'are-you-affected',
  'what-to-do',
  'cause',
  'upstream',
];

/**
 * Reports required sections that are missing. Only releases need a way to tell whether a reader is affected; of other causes,
 * the message says so. A translation requires the sections of the English text.
 */
export function checkMissingSections(article: LibraryArticle): LintMessage[] {
  const english = sectionsOf(article.text).toSorted(compareSections);
  return textsOf(article).flatMap(([locale, text]) => {
    const present = sectionsOf(text);
    const required = isInReleases(article)
      ? REQUIRED
      : REQUIRED.filter((section) => section !== 'are-you-affected');
    return (locale === defaultLocale ? required : english)
      .filter((section) => !present.includes(section))
      .map((section) =>
        advice({
          file: text.file,
          line: text.bodyLine,
          rule: 'sections',
          found: 'a missing section',
          wanted: `## ${sections[section][locale]}`,
        }),
      );
  });
}

const isInReleases = ({ facts: { cause, lookup } }: LibraryArticle) =>
  !lookup && (cause === 'defect' || cause === 'incompatibility');
