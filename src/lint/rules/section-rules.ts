import { sections, type SectionId } from '../../domain/facts/sections.ts';
import { defaultLocale, type Locale } from '../../domain/vocabulary.ts';
import { textsOf } from '../../content/validate/internal-links.ts';
import type { ArticleText, LibraryArticle } from '../../content/read/read-library.ts';
import { advice, type Remark } from '../remark.ts';

/** Sections that every article needs. The others are optional; a translation needs those of the English text. */
const NEEDED: readonly SectionId[] = [
  'what-you-see',
  'are-you-affected',
  'what-to-do',
  'cause',
  'upstream',
];

const ORDER = Object.keys(sections) as SectionId[];

/** Reports missing sections and sections out of order. */
export function sectionRemarks(article: LibraryArticle): Remark[] {
  const english = sectionsOf(article.text);
  return textsOf(article).flatMap(([locale, text]) => {
    const headings = sectionsOf(text);
    const needed = locale === defaultLocale ? NEEDED : english;
    const missing = needed.filter((section) => !headings.includes(section));
    return [...missing.map((section) => absent(section, locale, text)), ...moved(locale, text)];
  });
}

const sectionsOf = ({ anchors }: ArticleText) => ORDER.filter((id) => anchors.includes(id));

function absent(section: SectionId, locale: Locale, { file, bodyLine }: ArticleText): Remark {
  const found = 'a missing section';
  return advice({
    file,
    line: bodyLine,
    rule: 'sections',
    found,
    wanted: `## ${name(section, locale)}`,
  });
}

/** Reports the first section that follows one it should precede. */
function moved(locale: Locale, { file, bodyLine, body, anchors }: ArticleText): Remark[] {
  const written = anchors.filter((anchor): anchor is SectionId => Object.hasOwn(sections, anchor));
  const at = written.findIndex((id, index) =>
    written.slice(0, index).some((earlier) => ORDER.indexOf(earlier) > ORDER.indexOf(id)),
  );
  const section = written[at];
  if (section === undefined) return [];
  const heading = `## ${name(section, locale)}`;
  const line = bodyLine + body.split('\n').indexOf(heading);
  const before = written.slice(0, at).find((id) => ORDER.indexOf(id) > ORDER.indexOf(section));
  const wanted = `this section before ## ${name(before ?? section, locale)}`;
  return [advice({ file, line, rule: 'sections', found: heading, wanted })];
}

const name = (section: SectionId, locale: Locale) => sections[section][locale];
