import { textsOf, type LibraryArticle } from '../../content/read/library-model.ts';
import { sections } from '../../domain/facts/sections.ts';
import { compareSections, sectionsOf } from '../known-sections.ts';
import { advice, type LintMessage } from '../lint-message.ts';

/** Reports the first section of each text that is out of order. */
export function checkSectionOrder(article: LibraryArticle): LintMessage[] {
  return textsOf(article).flatMap(([locale, text]) => {
    const present = sectionsOf(text);
    for (const [index, section] of present.entries()) {
      const before = present
        .slice(0, index)
        .find((earlier) => compareSections(earlier, section) > 0);
      if (before === undefined) continue;
      const found = `## ${sections[section][locale]}`;
      const line = text.bodyLine + text.body.split('\n').indexOf(found);
      const wanted = `this section before ## ${sections[before][locale]}`;
      return [advice({ file: text.file, line, rule: 'sections', found, wanted })];
    }
    return [];
  });
}
