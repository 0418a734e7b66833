import { gfm } from '@joplin/turndown-plugin-gfm';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Turndown from 'turndown';
import { unescape as unescapeEntities } from 'html-escaper';
import { isOrdinaryPage, isTooDeep, withoutTags } from './html-shape.ts';
import { plainCode } from './html-code.ts';

/** What is no text of the page, whatever the page is. */
const NO_TEXT = [
  'script, style, noscript, template, svg, iframe, object, embed, canvas, button, select, textarea, nav, aside',
  '[aria-hidden="true"], [hidden], [class*="recommend"], [class*="copyright"], [class*="comment-list"]',
  '[class*="toolbar"], [class*="sidebar"], [class*="breadcrumb"], [id*="recommend"], [class*="related-"]',
].join(', ');

/** Shorter than this, what Readability took for the text is a part of it. */
const MIN_TEXT = 200;

/** A saved page as Markdown: its text without what stands around it, code in fences. Nothing in it is run or fetched. */
export function readHtml(html: string): { title?: string; markdown: string } {
  if (!isOrdinaryPage(html)) return { markdown: unescapeEntities(withoutTags(html)) };
  const { document } = parseHTML(wholePage(html));
  if (isTooDeep(document)) return { markdown: unescapeEntities(withoutTags(html)) };
  const title = titleOf(document);
  for (const element of document.querySelectorAll(NO_TEXT)) element.remove();
  for (const pre of document.querySelectorAll(
    'div.highlight > table, figure.highlight > table, table.lntable, table.highlighttable, table.rouge-table, pre',
  )) {
    plainCode(pre, document);
  }
  const whole = String(document.body);
  const article = new Readability(document, { keepClasses: true, disableJSONLD: true }).parse();
  const isArticle = (article?.textContent ?? '').trim().length >= MIN_TEXT;
  return {
    ...(title !== '' && { title }),
    markdown: toMarkdown(isArticle ? (article?.content ?? whole) : whole),
  };
}

/** A heading that is so much of the page's name is the title; a shorter one is the name of the site. */
const MIN_SHARE = 0.4;

/** The title of a page: its first heading as far as the page's own name has it, else that name. */
function titleOf(document: Document): string {
  const meta = document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '';
  const named = oneLine(meta) || oneLine(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')].map((h1) => oneLine(h1.textContent ?? ''));
  const title = headings.find(
    (heading) => named.includes(heading) && heading.length >= MIN_SHARE * named.length,
  );
  return (title ?? named) || (headings[0] ?? '');
}

/** A part of a page as a page: without `<html>` the tree would have no body. */
function wholePage(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
  // Not for rendering: a message must stay as the machine printed it.
  service.escape = (text) => text;
  return service
    .turndown(html)
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/\n{3,}/g, '\n\n');
}
