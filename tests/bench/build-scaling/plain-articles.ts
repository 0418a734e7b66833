import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { readFrontMatter } from '../../../src/content/read/front-matter.ts';
import type { Locale } from '../../../src/domain/vocabulary.ts';

/** Languages of code blocks that are ours alone, and their nearest relatives. */
const FENCE = /^(\s*(?:```|~~~))(message|cython)\b/gm;
const RELATIVES: Readonly<Record<string, string>> = { message: 'text', cython: 'python' };

const NOTE = /^<Note(?: title="([^"\n]*)")?>$/gm;
const NOTE_END = /^<\/Note>$/gm;

/** How a generator writes a note. */
export interface NoteSyntax {
  begin: (title: string) => string;
  end: string;
}

/**
 * Writes the articles of a library as Markdown that every generator reads, with title and summary in the front matter.
 *
 * @param content the library
 * @param locale articles without this language are left out
 * @param folder receives `<slug>.md`
 */
export function writePlainArticles(
  content: string,
  locale: Locale,
  folder: string,
  note: NoteSyntax,
): void {
  mkdirSync(folder, { recursive: true });
  for (const slug of readdirSync(path.join(content, 'articles'))) {
    const file = path.join(content, 'articles', slug, `${locale}.mdx`);
    if (!existsSync(file)) continue;
    const { data, body } = readFrontMatter(readFileSync(file, 'utf8'));
    const { title, summary } = data as { title: string; summary: string };
    const text = body
      .replace(FENCE, (_, fence: string, language: string) => fence + RELATIVES[language])
      .replace(NOTE, (_, title = '') => note.begin(title))
      .replace(NOTE_END, note.end);
    const facts = stringify({ title, description: summary }, { lineWidth: 0 });
    writeFileSync(path.join(folder, `${slug}.md`), `---\n${facts}---\n${text}`);
  }
}
