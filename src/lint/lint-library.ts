import { compareCodeUnits } from '../content/read/files.ts';
import {
  textsOf,
  type ArticleText,
  type Library,
  type LibraryArticle,
} from '../content/read/library-model.ts';
import type { ReproductionFolder } from '../content/read/read-reproduction.ts';
import { indexEntry } from '../content/to-index-entry.ts';
import { nodesOf, sectionBlocks, treeOf } from '../content/tree.ts';
import { buildIndex } from '../diagnosis/index/build-index.ts';
import { rowFinder, type RowFinder } from '../domain/lookup/find-row.ts';
import { rowsByTable } from '../domain/lookup/rows-by-table.ts';
import { openIndex } from '../diagnosis/index/open-index.ts';
import { defaultLocale } from '../domain/vocabulary.ts';
import { problemMessage, type LintMessage } from './lint-message.ts';
import type { OrdinaryOutput } from './ordinary-output.ts';
import { checkAmbiguousSignatures } from './rules/ambiguous-signatures.ts';
import { checkDisownedSignatures } from './rules/disowned-signatures.ts';
import { checkFactConsistency } from './rules/fact-consistency.ts';
import { checkFormerSlugs } from './rules/former-slugs.ts';
import { checkListOrder } from './rules/list-order.ts';
import { checkLongLines } from './rules/long-lines.ts';
import { checkMissingSections } from './rules/missing-sections.ts';
import { checkNameSpelling } from './rules/name-spelling.ts';
import { checkOrdinarySignatures } from './rules/ordinary-signatures.ts';
import { checkSectionOrder } from './rules/section-order.ts';
import { checkSimilarErrors } from './rules/similar-errors.ts';
import { checkTrailingSpaces } from './rules/trailing-spaces.ts';
import { checkTranslations } from './rules/stale-translations.ts';
import { checkCommands } from './rules/unchecked-commands.ts';
import { checkUnprintedSignatures } from './rules/unprinted-signatures.ts';
import { checkUnrecognizedMessages } from './rules/unrecognized-messages.ts';
import { checkUnrecordedAddresses } from './rules/unrecorded-addresses.ts';

/**
 * Runs all rules on a library.
 *
 * @param slug limits the messages to one article: those on its files, and those on others that concern it
 * @param ordinaryOutput output that no signature may match
 * @param reproductions by slug
 * @returns messages by file, line and column; errors first
 */
export function lintLibrary(
  { articles, messageAddresses, problems, sources, tables }: Library,
  slug?: string,
  ordinaryOutput: OrdinaryOutput = { runs: [], templates: [] },
  reproductions: ReadonlyMap<string, ReproductionFolder> = new Map(),
): LintMessage[] {
  const isConcerned = ({ file, others }: Pick<LintMessage, 'file' | 'others'>) =>
    slug === undefined ||
    `${file}/`.startsWith(`content/articles/${slug}/`) ||
    (others?.includes(slug) ?? false);
  const chosen = articles.filter((article) => slug === undefined || article.slug === slug);
  const findRow = rowFinder(rowsByTable(tables));
  const index = buildIndex(articles.map(({ slug, facts }) => ({ slug, ...facts })));

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
      ...checkUnrecordedAddresses(article, messageAddresses),
      ...lintSignatures(article, findRow),
      ...checkCommands(article, reproductions.get(article.slug)),
      ...textsOf(article).flatMap(([, text]) => lintText(text, sources.get(text.file) ?? '')),
    ]),
    ...checkFormerSlugs(articles),
    ...checkSimilarErrors(articles, sources),
    ...checkAmbiguousSignatures(articles, index, slug),
    ...checkOrdinarySignatures(articles, index, ordinaryOutput, findRow, slug),
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

/** Runs the rules that compare the signatures of an article with its text. */
function lintSignatures(article: LibraryArticle, findRow: RowFinder): LintMessage[] {
  if (article.facts.signatures.length === 0) return [];
  const entry = indexEntry(article, defaultLocale);
  const index = openIndex(buildIndex([entry]));
  const blocks = [...sectionBlocks(treeOf(article.text))];
  return [
    ...checkUnprintedSignatures(article, entry),
    ...checkUnrecognizedMessages(article, blocks, index),
    ...checkDisownedSignatures(article, blocks, index, findRow),
  ];
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
