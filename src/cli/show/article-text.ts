import stringWidth from 'fast-string-width';
import type { MdastNode } from 'satteri';
import type { ArticleText } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { proseOf, treeOf } from '../../content/tree.ts';
import { absoluteAddress, articlePath, localizedPath } from '../../domain/addresses/addresses.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { styleText } from '../shared/output.ts';
import { alignColumns } from '../shared/align-columns.ts';
import { COLUMNS, INDENT, wrapped } from '../shared/terminal-text.ts';

/**
 * Reads the text of an article and formats it for a terminal; the English one if it is not translated.
 *
 * @param root folder of the clone
 * @param site address of the site with the articles
 */
export async function readArticleText(
  root: string,
  site: string,
  slug: string,
  locale: Locale,
): Promise<string> {
  const { articles } = await readLibrary(root);
  const article = articles.find((one) => one.slug === slug);
  if (!article) throw new Error(`${slug} is not in the library`);
  const text = article.translations[locale] ?? article.text;
  const path = localizedPath(articlePath(slug), locale);
  return articleText(text, absoluteAddress(site, path));
}

type Parent = Extract<MdastNode, { children: unknown }>;

/**
 * Formats the text of an article for a terminal.
 *
 * @param address of the article, which links are relative to
 */
export function articleText(
  text: Pick<ArticleText, 'body' | 'hasComponents'>,
  address: string,
): string {
  return new TextFormatter(address).blocks(treeOf(text) as Parent, '').join('\n\n');
}

class TextFormatter {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** @param indent begins every line */
  blocks(parent: Parent, indent: string): string[] {
    return parent.children.map((child) => this.#block(child as MdastNode, indent));
  }

  #block(node: MdastNode, indent: string): string {
    switch (node.type) {
      case 'heading':
        return styleText('bold', wrapped(this.#inline(node), indent));
      case 'code':
        return node.value.replace(/^(?=.)/gm, indent + INDENT.repeat(2));
      case 'list':
        return this.#list(node, indent);
      case 'table':
        return this.#table(node, indent);
      case 'thematicBreak':
        return `${indent}---`;
      case 'blockquote':
      case 'mdxJsxFlowElement':
        return this.#note(node, indent);
      default:
        return wrapped(this.#inline(node), indent);
    }
  }

  #note(node: Parent, indent: string): string {
    const inner = indent + INDENT;
    const attributes = node.type === 'mdxJsxFlowElement' ? node.attributes : [];
    // Attributes of articles are plain text, see `validateArticle`.
    const titles = attributes.map(({ value }) => styleText('bold', wrapped(String(value), inner)));
    return [...titles, ...this.blocks(node, inner)].join('\n\n');
  }

  #list(list: Extract<MdastNode, { type: 'list' }>, indent: string): string {
    return list.children
      .map((item, index) => {
        const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '- ';
        const inner = indent + ' '.repeat(mark.length);
        // The mark replaces the indentation of the first line.
        const text = this.blocks(item as Parent, inner).join('\n');
        return indent + mark + text.slice(inner.length);
      })
      .join('\n');
  }

  /** Aligns the columns; of a table that is too wide, each cell takes its own line, after the heading of its column. */
  #table(table: Extract<MdastNode, { type: 'table' }>, indent: string): string {
    const rows = table.children.map((row) =>
      (row as Parent).children.map((cell) => this.#inline(cell as MdastNode)),
    );
    const aligned = alignColumns(rows).map((line) => indent + line);
    if (aligned.every((line) => stringWidth(line) <= COLUMNS)) return aligned.join('\n');
    const [headings = [], ...records] = rows;
    return records
      .map((cells) =>
        cells
          .map((cell, index) =>
            wrapped(
              `${headings[index]}: ${cell}`,
              indent + INDENT,
              index === 0 ? `${indent}- ` : undefined,
            ),
          )
          .join('\n'),
      )
      .join('\n');
  }

  #inline(node: MdastNode): string {
    if (node.type === 'inlineCode') return `\`${node.value}\``;
    if (node.type === 'link') return this.#link(node);
    if (!('children' in node)) return proseOf(node);
    return node.children.map((child) => this.#inline(child as MdastNode)).join('');
  }

  #link(node: Extract<MdastNode, { type: 'link' }>): string {
    const text = node.children.map((child) => this.#inline(child as MdastNode)).join('');
    if (node.url.startsWith('#')) return text;
    const { href } = new URL(node.url, this.#address);
    return text === node.url || text === href ? href : `${text} (${href})`;
  }
}
