import type { MdastNode } from 'satteri';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import type { Locale } from '../domain/vocabulary.ts';
import type { ArticleText, LibraryArticle } from './read/library-model.ts';
import { MESSAGE, proseOf, sectionBlocks, treeOf } from './tree.ts';

/** The text of an article, divided by its use in the diagnosis. */
interface TextParts {
  /** Output of failing programs. */
  messages: string[];
  /** Code blocks and code spans. */
  code: string[];
  /** Prose. */
  text: string[];
  /** Prose and code of *Similar errors*, which describes other faults. */
  lookAlikes: string[];
}

/**
 * Makes an article's entry of the diagnosis index. Messages and code come from the English text. In other languages the
 * translated prose comes first, followed by the English prose, since readers search in both.
 */
export function indexEntry(article: LibraryArticle, locale: Locale): IndexEntry {
  const { slug, facts, text, translations } = article;
  const english = partsOf(text);
  const translation = translations[locale];
  const { title, summary, fix } = translation?.words ?? facts;
  const translated = translation ? [...partsOf(translation).text, facts.title, facts.summary] : [];
  return {
    id: facts.id,
    slug,
    project: facts.project,
    ...(facts.component === undefined ? {} : { component: facts.component }),
    title,
    summary,
    fix: fix.text,
    symptom: facts.symptom,
    platforms: facts.platforms,
    python: facts.python,
    builds: facts.builds,
    affected: facts.affected,
    seenIn: facts.seen_in,
    aliases: facts.aliases,
    ...(translation ? { english: { title: facts.title, summary: facts.summary } } : {}),
    signatures: facts.signatures,
    lookup: facts.lookup,
    general: facts.general,
    messages: english.messages,
    code: english.code.join('\n'),
    text: [...translated, ...english.text].join('\n'),
    lookAlikes: english.lookAlikes.join('\n'),
  };
}

function partsOf(text: ArticleText): TextParts {
  const parts: TextParts = { messages: [], code: [], text: [], lookAlikes: [] };
  for (const { block, section } of sectionBlocks(treeOf(text))) {
    collect(block, section === 'look-alikes' ? lookAlikeParts(parts) : parts);
  }
  return parts;
}

/** Everything in the section *Similar errors* describes other faults. */
function lookAlikeParts({ lookAlikes }: TextParts): TextParts {
  return { messages: lookAlikes, code: lookAlikes, text: lookAlikes, lookAlikes };
}

function collect(node: MdastNode, parts: TextParts): void {
  if (node.type === 'code') {
    (node.lang === MESSAGE ? parts.messages : parts.code).push(node.value);
  } else if (node.type === 'inlineCode') {
    parts.code.push(node.value);
  } else if (node.type === 'paragraph' || node.type === 'tableCell') {
    parts.text.push(proseOf(node));
    for (const child of node.children) collect(child as MdastNode, parts);
  } else if ('children' in node) {
    for (const child of node.children) collect(child as MdastNode, parts);
  }
}
