import type { MdastNode } from 'satteri';
import type { IndexEntry } from '../diagnosis/index/index-entry.ts';
import { sectionOf, type SectionId } from '../domain/facts/sections.ts';
import type { Locale } from '../domain/vocabulary.ts';
import type { ArticleText, LibraryArticle } from './read/read-library.ts';
import { proseOf, treeOf } from './tree.ts';

/** Fence language of program output. */
const MESSAGE = 'message';

/** Parts of an article's text that the diagnosis weighs differently. */
interface TextParts {
  /** Blocks of real output. */
  messages: string[];
  /** Code blocks and code spans. */
  code: string[];
  /** Prose. */
  text: string[];
  /** Prose and code of *Similar errors*, which describes other faults. */
  lookAlikes: string[];
}

/**
 * Returns the data of an article that the diagnosis indexes. Messages and code are the same in every language; a
 * translation is indexed together with the English text, since its readers use both languages.
 */
export function indexEntry(article: LibraryArticle, locale: Locale): IndexEntry {
  const { slug, facts, text, translations } = article;
  const english = partsOf(text);
  const translation = translations[locale];
  const words = translation ?? { words: facts };
  const own = translation ? partsOf(translation) : english;
  return {
    id: facts.id,
    slug,
    project: facts.project,
    ...(facts.component === undefined ? {} : { component: facts.component }),
    title: words.words.title,
    summary: words.words.summary,
    symptom: facts.symptom,
    platforms: facts.platforms,
    python: facts.python,
    builds: facts.builds,
    affected: facts.affected,
    seenIn: facts.seen_in,
    signatures: facts.signatures,
    messages: english.messages,
    code: english.code.join('\n'),
    text: [...(translation ? [...own.text, facts.title, facts.summary] : []), ...english.text].join(
      '\n',
    ),
    lookAlikes: english.lookAlikes.join('\n'),
  };
}

function partsOf(text: ArticleText): TextParts {
  const root = treeOf(text);
  const parts: TextParts = { messages: [], code: [], text: [], lookAlikes: [] };
  let section: SectionId | undefined;
  for (const block of 'children' in root ? root.children : []) {
    if (block.type === 'heading') section = sectionOf(proseOf(block as MdastNode)) ?? section;
    else collect(block as MdastNode, section === 'look-alikes' ? lookAlikeParts(parts) : parts);
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
