import { gfm } from '@joplin/turndown-plugin-gfm';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Turndown from 'turndown';
import { SourceError } from './decode-source.ts';

/** Parts of a page that are not its text. */
const FURNITURE = [
  'script, style, noscript, template, svg, iframe, object, embed, canvas, button, select, textarea, nav, aside',
  '[aria-hidden="true"], [hidden], [class*="recommend"], [class*="copyright"], [class*="comment-list"]',
  '[class*="toolbar"], [class*="sidebar"], [class*="breadcrumb"], [id*="recommend"], [class*="related-"]',
].join(', ');

/** Columns of line numbers and buttons inside code. */
const LINE_NUMBERS =
  'ul.pre-numbering, ol.pre-numbering, .line-numbers-rows, .linenos, .lineno, td.gutter, td.lineno, td.lntd:first-child:not(:last-child), .lnt, td.rouge-gutter, .hljs-ln-numbers, .hljs-button, .copy-btn';

/** Code with a column of line numbers, and ordinary code. */
const CODE_BLOCKS =
  'div.highlight > table, figure.highlight > table, table.lntable, table.highlighttable, table.rouge-table, pre';

/** Elements that are a line of code each. */
const CODE_LINES = 'li, tr, div, p';

/** Larger or deeper pages are refused: Readability is not linear there. Chosen; articles have less than a tenth of it. */
const MAX_ELEMENTS = 40_000;
const MAX_DEPTH = 250;

/** Minimum length, in UTF-16 units, of what Readability may take for the article; less is only a part of it. */
const MIN_ARTICLE_LENGTH = 200;

/**
 * Converts a saved page to Markdown: the article with its code in fences. Nothing is run or fetched.
 *
 * @throws {SourceError} for a page beyond the limits
 */
export function readHtml(html: string): { title?: string; markdown: string } {
  // Without <html> the tree would have no body.
  const isPage = /<html[\s>]/i.test(html);
  const { document } = parseHTML(isPage ? html : `<html><head></head><body>${html}</body></html>`);
  refuseLargeTree(document);
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  for (const block of document.querySelectorAll(CODE_BLOCKS)) flattenCode(block, document);
  const whole = String(document.body);
  // Readability changes the document.
  const named = oneLine(document.querySelector('title')?.textContent);
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) =>
    oneLine(textContent),
  );
  const article = new Readability(document, { keepClasses: true, disableJSONLD: true }).parse();
  // Sites append their name to the title.
  const title = headings.find((heading) => heading !== '' && named.startsWith(heading)) ?? named;
  const isArticle = (article?.textContent ?? '').trim().length >= MIN_ARTICLE_LENGTH;
  return {
    ...(title !== '' && { title }),
    markdown: toMarkdown(isArticle ? (article?.content ?? whole) : whole),
  };
}

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

function refuseLargeTree(document: Document): void {
  const elements = document.querySelectorAll('*');
  const depths = new Map<Element | null, number>();
  for (const element of elements) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    if (depth > MAX_DEPTH || elements.length > MAX_ELEMENTS) {
      throw new SourceError(
        `found a page of more than ${MAX_ELEMENTS} elements or ${MAX_DEPTH} levels; save its text instead`,
      );
    }
  }
}

/** Turns code in any markup (a list, a table, a span for each line) into `<pre><code>`. */
function flattenCode(block: Element, document: Document): void {
  const classes = [block.querySelector('code'), block, block.parentElement]
    .map((element) => element?.getAttribute('class') ?? '')
    .join(' ');
  const language = /\b(?:language|lang|highlight-source)-([\w+-]{1,20})/.exec(classes)?.[1];
  for (const numbers of block.querySelectorAll(LINE_NUMBERS)) numbers.remove();
  for (const end of block.querySelectorAll('br')) end.replaceWith('\n');
  for (const line of block.querySelectorAll(CODE_LINES)) {
    if (line.textContent?.endsWith('\n') === false) line.append('\n');
  }
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  if (language !== undefined) code.setAttribute('class', `language-${language}`);
  code.textContent = (block.textContent ?? '').replace(/^\n+/, '').trimEnd();
  pre.append(code);
  block.replaceWith(pre);
}

function toMarkdown(html: string): string {
  const service = new Turndown({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    hr: '---',
  });
  service.use(gfm);
  service.remove(['img' as never, 'video' as never]);
  // The Markdown is not rendered, and a message must stay as it was printed.
  service.escape = (text) => text;
  return service
    .turndown(html)
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/\n{3,}/g, '\n\n');
}
