import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Library, LibraryArticle } from '../../content/read/library-model.ts';
import { readLibrary } from '../../content/read/read-library.ts';
import { checkReproductions } from '../../content/reproduction/check-reproductions.ts';
import { currentDay } from '../../domain/facts/late-dates.ts';
import { applyEdits } from '../../lint/apply-edits.ts';
import { lintLibrary } from '../../lint/lint-library.ts';
import type { LintMessage } from '../../lint/lint-message.ts';
import { readOrdinaryOutput } from '../../lint/ordinary-output.ts';
import { isActionBehind } from '../pack/action-files.ts';
import { baseContext, type BaseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import { formatGitHub, formatText, formatJson, summary } from './report.ts';

const USAGE = `Usage: npm run check [-- OPTIONS] [SLUG]

Checks content/ and reports errors and advice, each with file, line and what to
write instead. Errors stop the build; advice does not. With SLUG, reports only
what concerns that article.

  --fix               fix what can be fixed automatically: order of lists,
                      missing entries in related, names, spaces
  --strict            treat advice as errors
  --format FORMAT     people (default), github (annotations of a workflow) or
                      json
  --json              same as --format json
  --translated SLUG   mark the translations of this article as up to date: write
                      the new digest into them

Exit code: 0 no problems, 1 problems found, 2 usage error.`;

const FORMATS = ['people', 'github', 'json'];

/** Upper bound, chosen: one fix may uncover another. */
const MAX_FIX_ROUNDS = 5;

/** Front matter of a translation: the digest of the English text it was made from. */
const SOURCE_LINE = /^source:.*$/m;

/** Writes the digest of the English text into every translation of an article. */
async function markTranslated(
  { digest, translations }: LibraryArticle,
  { root, stdout }: BaseContext,
): Promise<void> {
  for (const { file } of Object.values(translations)) {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    await writeFileAtomic(target, text.replace(SOURCE_LINE, `source: '${digest}'`));
    stdout.write(`${file}: source is ${digest}\n`);
  }
}

/** Applies automatic fixes until none are left, and prints them. Returns the library as it is then. */
async function fix(slug: string | undefined, { root, stderr }: BaseContext): Promise<Library> {
  let library = await readLibrary(root);
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const changes = applyEdits(lintLibrary(library, slug), library.sources);
    if (changes.length === 0) break;
    for (const { file, text, messages } of changes) {
      const target = path.join(root, file);
      await writeFileAtomic(target, text);
      for (const { line, message } of messages)
        stderr.write(`fixed ${file}:${line}: ${message}
`);
    }
    library = await readLibrary(root);
  }
  return library;
}

function report(
  messages: readonly LintMessage[],
  format: string,
  { articles, projects }: Library,
): string[] {
  if (format === 'json') return [formatJson(messages)];
  const total = `${articles.length} articles, ${projects.size} projects: ${summary(messages)}`;
  if (format === 'github') return [...formatGitHub(messages), total];
  return [...formatText(messages), ...(messages.length > 0 ? [''] : []), total];
}

/** `npm run check` */
export const checkCommand = defineCommand({
  name: 'npm run check',
  usage: USAGE,
  examples: ['npm run check -- numba-needs-numpy-x-or-less', 'npm run check -- --fix'],
  options: {
    fix: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    format: { type: 'string', default: 'people' },
    json: { type: 'boolean', default: false },
    translated: { type: 'string' },
  },
  allowPositionals: true,
  run({ values: { json, ...values }, positionals }, context) {
    if (!FORMATS.includes(values.format)) {
      throw new UsageError(`--format: found ${values.format}; allowed: ${FORMATS.join(', ')}.`);
    }
    if (positionals.length > 1) {
      throw new UsageError(`SLUG: found ${positionals.length} arguments; allowed: one article.`);
    }
    // Shell completion produces `npm run check -- content/articles/x/en.mdx`.
    const slug = positionals[0]?.replace('content/articles/', '').split('/')[0];
    return check({ ...values, ...(json && { format: 'json' }) }, slug, context);
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
  context: BaseContext,
): Promise<number> {
  const { root, stdout } = context;
  if (translated !== undefined) {
    const { articles } = await readLibrary(root);
    const article = articles.find((candidate) => candidate.slug === translated);
    if (!article) {
      throw new UsageError(
        `--translated ${translated}: the article does not exist or has errors; see \`npm run check\`.`,
      );
    }
    await markTranslated(article, context);
    return 0;
  }
  const library = fixes ? await fix(slug, context) : await readLibrary(root);
  if (slug !== undefined && !library.slugs.includes(slug)) {
    throw new UsageError(`${slug}: there is no such folder in content/articles.`);
  }
  const chosen = library.articles.filter((article) => slug === undefined || article.slug === slug);
  const { problems, reproductions } = checkReproductions(root, currentDay(), chosen);
  library.problems.push(...problems);
  const messages = lintLibrary(library, slug, readOrdinaryOutput(root), reproductions);
  for (const line of report(messages, format, library)) stdout.write(`${line}\n`);
  // Matters for a release only, not for the author of an article.
  if (format === 'people' && slug === undefined && (await isActionBehind(root, library))) {
    stdout.write(
      'action/ is older than the articles; run `npm run pack -- action` before a release\n',
    );
  }
  return messages.some(({ severity }) => strict || severity === 'error') ? 1 : 0;
}

if (import.meta.main) await runCommand(checkCommand, baseContext());
