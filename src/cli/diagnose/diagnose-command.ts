import { createInterface } from 'node:readline';
import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { diagnose, type Diagnosis, type Finding } from '../../diagnosis/diagnose.ts';
import { answerFault } from '../../domain/lookup/answer-fault.ts';
import { rowFinder } from '../../domain/lookup/find-row.ts';
import { defaultLocale, locales, type Locale } from '../../domain/vocabulary.ts';
import { createSearchIndex, search } from '../../search/ranking/search-index.ts';
import type { Knowledge, PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { readLogInput } from '../shared/read-input.ts';
import { languageOption } from '../shared/language-option.ts';
import { UsageError } from '../shared/usage-error.ts';
import { diagnosePaste } from './diagnose-paste.ts';
import { DEFAULT_FINDINGS, diagnosisText } from './diagnosis-text.ts';

const USAGE = `Usage: npx known-faults diagnose [--json] [--lang LANG] [--limit N] [FILE]
       npx known-faults diagnose --batch [--lang LANG] [--limit N] < JSON-LINES

Names the known fault behind the output of a program, and its fix. Reads FILE,
or standard input if FILE is - or left out; of more than 5 MB, both ends.
  --json        print the findings as JSON
  --lang LANG   language of the answer: ${locales.join(', ')} (default ${defaultLocale})
  --limit N     print at most N findings (1 to 20, default ${DEFAULT_FINDINGS})
  --batch       read JSON Lines {"key", "text"}, print JSON Lines
                {"key", "findings", "results", "environment"}: findings is the
                diagnosis, results the ranked search
Exit code: 0 known fault found, 1 no known fault found, 2 usage error or input
that is not text.`;

const FOUND = 0;
const UNKNOWN = 1;

/** Chosen: more than 20 findings for one log would answer nothing. */
const MAX_FINDINGS = 20;

/** Length in characters of the part of a malformed line that a message quotes. */
const QUOTED_LENGTH = 60;

type DiagnoseContext = KnowledgeContext<PublishedKnowledge>;

/** `known-faults diagnose` */
export const diagnoseCommand = defineCommand({
  name: 'npx known-faults diagnose',
  usage: USAGE,
  examples: [
    'npx known-faults diagnose build.log',
    'pip install . 2>&1 | npx known-faults diagnose',
  ],
  options: {
    json: { type: 'boolean', default: false },
    batch: { type: 'boolean', default: false },
    limit: { type: 'string', default: String(DEFAULT_FINDINGS) },
    lang: { type: 'string', default: defaultLocale },
  },
  allowPositionals: true,
  run({ values, positionals }, context: DiagnoseContext) {
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_FINDINGS) {
      throw new UsageError(
        `--limit: found ${values.limit}; allowed: a number from 1 to ${MAX_FINDINGS}.`,
      );
    }
    const language = languageOption(values.lang);
    if (positionals.length > 1) {
      throw new UsageError(`FILE: found ${positionals.length} files; allowed: one.`);
    }
    const [file] = positionals;
    if (!values.batch) return diagnoseOne(file, { limit, language, asJson: values.json }, context);
    if (file !== undefined && file !== '-') {
      throw new UsageError(`--batch reads the standard input; found the file ${file}.`);
    }
    return diagnoseBatch({ limit, language }, context);
  },
});

interface DiagnoseOptions {
  /** Maximum number of findings, and of search results. */
  limit: number;
  language: Locale;
}

async function diagnoseOne(
  file: string | undefined,
  { limit, language, asJson }: DiagnoseOptions & { asJson: boolean },
  context: DiagnoseContext,
): Promise<number> {
  const isPiped = file === undefined || file === '-';
  if (file === undefined && context.stdin.isTTY)
    throw new UsageError('No input: name a file, or pipe the output into this command.');
  const { text: paste, leftOut } = await readLogInput(isPiped ? undefined : file, context);
  const knowledge = await context.loadKnowledge(language);
  const diagnosis = diagnosePaste(knowledge, paste, limit);
  const answer = asJson
    ? JSON.stringify({ ...toJson(diagnosis, knowledge), bytesLeftOut: leftOut }, null, 2)
    : diagnosisText(diagnosis, knowledge);
  context.stdout.write(`${answer}\n`);
  return diagnosis.findings.length > 0 ? FOUND : UNKNOWN;
}

async function diagnoseBatch(
  { limit, language }: DiagnoseOptions,
  { stdin, stdout, loadKnowledge }: DiagnoseContext,
): Promise<number> {
  const knowledge = await loadKnowledge(language);
  const { index, tables = {}, documents = [] } = knowledge;
  const findRow = rowFinder(tables);
  const searchIndex = createSearchIndex(documents);
  const slugs = new Map(documents.map(({ id, slug }) => [id, slug]));
  let found = false;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { key, paste } = parseBatchLine(line, number);
    const diagnosis = diagnose(index, paste, { limit, localization, findRow });
    const { environment, ...answer } = toJson(diagnosis, knowledge);
    const results = search(searchIndex, paste, { limit }).map(({ id }) => ({
      id,
      slug: slugs.get(id),
    }));
    found ||= diagnosis.findings.length > 0;
    stdout.write(`${JSON.stringify({ key, ...answer, results, environment })}\n`);
    if (stdout.isClosed) {
      // The reader has closed the pipe. An open input would keep the process alive.
      stdin.destroy();
      break;
    }
  }
  return found ? FOUND : UNKNOWN;
}

function parseBatchLine(line: string, number: number): { key: unknown; paste: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    throw new UsageError(
      `Line ${number}: found text that is not JSON; allowed: {"key": ..., "text": "..."}.`,
    );
  }
  const { key, text: paste } = (data ?? {}) as { key?: unknown; text?: unknown };
  if (key === undefined || typeof paste !== 'string') {
    const found = line.slice(0, QUOTED_LENGTH);
    throw new UsageError(`Line ${number}: found ${found}; allowed: {"key": ..., "text": "..."}.`);
  }
  return { key, paste };
}

/** The fields are a contract: they are added to, never renamed or removed. */
function toJson(
  { findings, unknownNames, environment }: Diagnosis,
  { cards, language }: Pick<Knowledge, 'cards' | 'language'>,
) {
  const reader = { locale: language, system: environment.system };
  const [unknownName] = findings.length > 0 ? [] : unknownNames;
  return {
    findings: findings.map(({ id, slug, confidence, line, isShared, named }: Finding) => {
      const card = cards[id];
      const { fix, commands = [] } = card ? answerFault(card, named, reader) : {};
      return {
        id,
        slug,
        confidence,
        ...(isShared && { isShared }),
        line: line.text,
        fix,
        ...(named && { name: named.name, commands }),
        cause: card?.cause,
      };
    }),
    ...(unknownName && { unknownName: { id: unknownName.id, name: unknownName.name } }),
    environment,
  };
}
