import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lintLibrary } from '../../lint/lint-library.ts';
import { applyEdits } from '../../lint/apply-edits.ts';
import { formatGitHub, formatText, formatJson, summary } from '../../lint/report.ts';
import type { Remark } from '../../lint/remark.ts';
import { readLibrary, type Library, type LibraryArticle } from '../../content/read/read-library.ts';
import { isActionBehind } from '../pack/action-files.ts';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';

const USAGE = `Usage: npm run check [-- OPTIONS] [SLUG]

Checks content/ and reports errors and advice, each with file, line and what to write instead.
Errors stop the build; advice does not. With SLUG, reports only what concerns that article.

  --fix               fix what can be fixed automatically: order of lists, missing entries in related, names, spaces
  --strict            treat advice as errors
  --format FORMAT     people (default), github (annotations of a workflow) or json
  --json              same as --format json
  --translated SLUG   mark the translations of this article as up to date: write the new digest into them

Exit code: 0 no problems, 1 problems found, 2 usage error.`;

const FORMATS = ['people', 'github', 'json'];

/** Maximum number of rounds: one fix may uncover the next remark. */
const ROUNDS = 5;

/** The field of a translation's front matter that holds the digest. */
const SOURCE_LINE = /^source:.*$/m;

/** Writes a file so that whoever reads it meanwhile sees the old text or the new one, whole. */
async function replace(target: string, text: string): Promise<void> {
  const draft = path.join(path.dirname(target), `.${randomUUID()}`);
  await writeFile(draft, text);
  await rename(draft, target);
}

/** Writes the digest of the English text into every translation of an article. */
async function markTranslated(
  root: string,
  { digest, translations }: LibraryArticle,
): Promise<void> {
  for (const { file } of Object.values(translations)) {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    await replace(target, text.replace(SOURCE_LINE, `source: '${digest}'`));
    console.log(`${file}: source is ${digest}`);
  }
}

/** Applies automatic fixes until none is left, and prints each change. */
async function fix(root: string, slug: string | undefined): Promise<Library> {
  let library = await readLibrary(root);
  for (let round = 0; round < ROUNDS; round++) {
    const changes = applyEdits(lintLibrary(library, slug), library.sources);
    if (changes.length === 0) break;
    for (const { file, text, remarks } of changes) {
      const target = path.join(root, file);
      const hasWindowsEnds = (await readFile(target, 'utf8')).includes('\r\n');
      await replace(target, hasWindowsEnds ? text.replaceAll('\n', '\r\n') : text);
      for (const { line, message } of remarks) console.error(`fixed ${file}:${line}: ${message}`);
    }
    library = await readLibrary(root);
  }
  return library;
}

function print(remarks: readonly Remark[], format: string, { articles, projects }: Library): void {
  if (format === 'json') return console.log(formatJson(remarks));
  if (format === 'github') {
    for (const line of formatGitHub(remarks)) console.log(line);
  } else {
    for (const line of formatText(remarks)) console.log(line);
    if (remarks.length > 0) console.log('');
  }
  console.log(`${articles.length} articles, ${projects.size} projects: ${summary(remarks)}`);
}

/** `npm run check` */
export const checkCommand = defineCommand({
  usage: USAGE,
  options: {
    fix: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    format: { type: 'string', default: 'people' },
    json: { type: 'boolean', default: false },
    translated: { type: 'string' },
  },
  allowPositionals: true,
  run({ values: { json, ...values }, positionals }, { root }) {
    if (!FORMATS.includes(values.format)) {
      throw new UsageError(`--format: found ${values.format}; allowed: ${FORMATS.join(', ')}.`);
    }
    if (positionals.length > 1) throw new UsageError('Only one article can be checked at a time.');
    // Shell completion produces `npm run check -- content/articles/x/en.mdx`.
    const slug = positionals[0]?.replace('content/articles/', '').split('/')[0];
    return check({ ...values, ...(json && { format: 'json' }) }, slug, root);
  },
});

interface CheckOptions {
  fix: boolean;
  strict: boolean;
  format: string;
  translated?: string | undefined;
}

async function check(
  { translated, format, strict, fix: fixes }: CheckOptions,
  slug: string | undefined,
  root: string,
): Promise<number> {
  if (translated !== undefined) {
    const { articles } = await readLibrary(root);
    const article = articles.find((candidate) => candidate.slug === translated);
    if (!article) {
      throw new UsageError(
        `--translated ${translated}: the article does not exist or has errors; see \`npm run check\`.`,
      );
    }
    await markTranslated(root, article);
    return 0;
  }
  const library = fixes ? await fix(root, slug) : await readLibrary(root);
  if (slug !== undefined && !library.slugs.includes(slug)) {
    throw new UsageError(`${slug}: there is no such folder in content/articles.`);
  }
  const remarks = lintLibrary(library, slug);
  print(remarks, format, library);
  // Matters for a release, not for the author of an article.
  if (format === 'people' && slug === undefined && (await isActionBehind(root, library.articles))) {
    console.log(
      'action/ is older than the articles; run `npm run pack -- action` before a release',
    );
  }
  return remarks.some(({ severity }) => strict || severity === 'error') ? 1 : 0;
}

if (import.meta.main) await runCommand(checkCommand, baseContext());
