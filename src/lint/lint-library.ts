import { compareCodeUnits } from '../content/read/files.ts';
import { textsOf, type ArticleText, type Library } from '../content/read/library-model.ts';
import { indexEntry } from '../content/to-index-entry.ts';
import { nodesOf, treeOf } from '../content/tree.ts';
import { defaultLocale } from '../domain/vocabulary.ts';
import { problemMessage, type LintMessage } from './lint-message.ts';
import { checkAmbiguousSignatures } from './rules/ambiguous-signatures.ts';
import { checkFactConsistency } from './rules/fact-consistency.ts';
import { checkFormerSlugs } from './rules/former-slugs.ts';
import { checkListOrder } from './rules/list-order.ts';
import { checkLongLines } from './rules/long-lines.ts';
import { checkMissingSections } from './rules/missing-sections.ts';
import { checkNameSpelling } from './rules/name-spelling.ts';
import { checkSectionOrder } from './rules/section-order.ts';
import { checkSimilarErrors } from './rules/similar-errors.ts';
import { checkTrailingSpaces } from './rules/trailing-spaces.ts';
import { checkTranslations } from './rules/stale-translations.ts';
import { checkUnprintedSignatures } from './rules/unprinted-signatures.ts';

/**
 * Runs all rules on a library.
 *
 * @param slug limits the messages to one article: those on its files, and those on others that concern it
 * @returns messages by file, line and column; errors first
 */
export function lintLibrary(
  { articles, problems, sources }: Library,
  slug?: string,
): LintMessage[] {
  const isConcerned = ({ file, others }: Pick<LintMessage, 'file' | 'others'>) =>
    slug === undefined ||
    `${file}/`.startsWith(`content/articles/${slug}/`) ||
    (others?.includes(slug) ?? false);
  const chosen = articles.filter((article) => slug === undefined || article.slug === slug);
  const entries = articles.map((article) => ({
    article,
    entry: indexEntry(article, defaultLocale),
  }));

  const messages = [
    ...problems.map(problemMessage),
    ...[...sources].flatMap(([file, source]) =>
      isConcerned({ file }) ? checkListOrder(file, source) : [],
    ),
    ...chosen.flatMap((article) => [
      ...checkFactConsistency(article),
      ...checkMissingSections(article),
      ...checkSectionOrder(article),
      ...checkTranslations(article),
      ...textsOf(article).flatMap(([, text]) => lintText(text, sources.get(text.file) ?? '')),
    ]),
    ...checkFormerSlugs(articles),
    ...checkSimilarErrors(articles, sources),
    ...entries.flatMap(({ article, entry }) => checkUnprintedSignatures(article, entry)),
    ...checkAmbiguousSignatures(
      articles,
      entries.map(({ entry }) => entry),
      slug,
    ),
  ];
  return messages.filter(isConcerned).sort(
    (a, b) =>
      compareCodeUnits(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      // `error` before `advice`.
      compareCodeUnits(b.severity, a.severity),
  );
}

/** Runs the rules that need the tree of a text, which is parsed once. */
function lintText(text: ArticleText, source: string): LintMessage[] {
  const nodes = [...nodesOf(treeOf(text))].map(({ node }) => node);
  return [
    ...checkLongLines(text, nodes),
    ...checkTrailingSpaces(text, nodes, source),
    ...checkNameSpelling(text, nodes, source),
  ];
}
