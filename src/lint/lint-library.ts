import { compare } from '../content/read/files.ts';
import { textsOf } from '../content/validate/internal-links.ts';
import type { ArticleText, Library } from '../content/read/read-library.ts';
import { nodesOf, treeOf } from '../content/tree.ts';
import { remarkOf, type Remark } from './remark.ts';
import { factRemarks } from './rules/fact-rules.ts';
import { linkRemarks } from './rules/link-rules.ts';
import { listRemarks } from './rules/list-order.ts';
import { longLineRemarks } from './rules/long-lines.ts';
import { lookAlikeRemarks } from './rules/similar-errors.ts';
import { sectionRemarks } from './rules/section-rules.ts';
import { signatureRemarks } from './rules/signature-rules.ts';
import { spaceRemarks } from './rules/spacing.ts';
import { termRemarks } from './rules/term-rules.ts';
import { translationRemarks } from './rules/stale-translations.ts';

/**
 * Returns all remarks on a library, sorted by file and line.
 *
 * @param slug limits the remarks to one article: those on its files, and those on other files because of it
 */
export function lintLibrary({ articles, problems, sources }: Library, slug?: string): Remark[] {
  const asked = slug === undefined ? articles : articles.filter((one) => one.slug === slug);
  const remarks = [
    ...problems.map(remarkOf),
    ...[...sources]
      .filter(([file]) => slug === undefined || isOf(slug, file))
      .flatMap(([file, source]) => listRemarks(file, source)),
    ...asked.flatMap((article) => [
      ...factRemarks(article),
      ...sectionRemarks(article),
      ...translationRemarks(article),
      ...textsOf(article).flatMap(([, text]) => textRemarks(text, sources.get(text.file) ?? '')),
    ]),
    ...linkRemarks(articles),
    ...lookAlikeRemarks(articles, sources),
    ...signatureRemarks(articles, slug),
  ];
  const concerned = slug === undefined ? remarks : concerning(slug, remarks);
  return concerned.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.severity, b.severity) * -1,
  );
}

/** Returns the remarks that need only the text itself. The text is parsed once for all of these rules. */
function textRemarks(text: ArticleText, source: string): Remark[] {
  const nodes = [...nodesOf(treeOf(text))].map(({ node }) => node);
  return [
    ...longLineRemarks(text, nodes),
    ...spaceRemarks(text, nodes, source),
    ...termRemarks(text, nodes, source),
  ];
}

/** Keeps the remarks that concern one article: those on its files, and those on other files because of it. */
function concerning(slug: string, remarks: readonly Remark[]): Remark[] {
  return remarks.filter(
    ({ file, others }) => isOf(slug, file) || (others?.includes(slug) ?? false),
  );
}

const isOf = (slug: string, file: string) => `${file}/`.startsWith(`content/articles/${slug}/`);
