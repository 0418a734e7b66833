import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { collisions } from '../diagnose/collisions.ts';
import { formatProblem } from '../domain/problems.ts';
import { defaultLocale, locales } from '../domain/vocabulary.ts';
import { indexEntry } from '../markdown/index-entry.ts';
import { readLibrary, type Library, type LibraryArticle } from '../markdown/read-library.ts';
import { isActionBehind } from './action-knowledge.ts';

const USAGE = `Usage: npm run check [-- --translated SLUG]

Reads content/ and says what is wrong, with file and line, and which translations are missing or behind.
  --translated SLUG   the translations of this article are up to date again: writes the new digest into them`;

/** The field of a translation's front matter that holds the digest. */
const SOURCE_LINE = /^source:.*$/m;

/** What `npm run check` prints, and whether the library is in order. */
export function report({ articles, projects, problems }: Library): {
  lines: string[];
  ok: boolean;
} {
  const others = locales.filter((locale) => locale !== defaultLocale);
  const missing = others.flatMap((locale) =>
    articles
      .filter(({ translations }) => !translations[locale])
      .map(({ slug }) => `not translated: content/articles/${slug}/${locale}.mdx`),
  );
  const stale = articles.flatMap(({ slug, digest, translations }) =>
    Object.values(translations)
      .filter((translation) => translation.stale)
      .map(
        ({ file, words }) =>
          `behind the English text: ${file} was made from ${words.source}, the text is now ${digest}; ` +
          `bring it up to date, then run \`npm run check -- --translated ${slug}\``,
      ),
  );
  const weak = collisions(articles.map((article) => indexEntry(article, defaultLocale))).map(
    ({ slug, printed, other }) =>
      other === undefined
        ? `not found by its own output: ${slug}; its signatures say too little (${printed})`
        : `leads elsewhere: ${slug} prints "${printed}", which is diagnosed as ${other}; ` +
          `make the signature say what tells the two apart`,
  );
  const total = `articles: ${articles.length}, projects: ${projects.size}, problems: ${problems.length}`;
  return {
    lines: [...problems.map(formatProblem), ...stale, ...weak, ...missing, total],
    ok: problems.length === 0,
  };
}

/** Writes the digest of the English text into every translation of an article. */
async function markTranslated(
  root: string,
  { digest, translations }: LibraryArticle,
): Promise<void> {
  for (const { file } of Object.values(translations)) {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    await writeFile(target, text.replace(SOURCE_LINE, `source: '${digest}'`));
    console.log(`${file}: source is ${digest}`);
  }
}

async function main(): Promise<number> {
  const root = process.cwd();
  let slug: string | undefined;
  try {
    slug = parseArgs({ options: { translated: { type: 'string' } } }).values.translated;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const library = await readLibrary(root);
  if (slug !== undefined) {
    const article = library.articles.find((candidate) => candidate.slug === slug);
    if (!article) {
      console.error(
        `--translated ${slug}: no such article, or it has a problem; see \`npm run check\`.`,
      );
      return 2;
    }
    await markTranslated(root, article);
    return 0;
  }
  const { lines, ok } = report(library);
  for (const line of lines) console.log(line);
  if (await isActionBehind(root, library.articles)) {
    console.log('behind the articles: action/; before a release run `npm run pack -- action`');
  }
  return ok ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
