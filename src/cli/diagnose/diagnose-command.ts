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
import { spaced, textIn, type LocalText } from '../shared/local-text.ts';
import { notAllowed, ONE, UsageError } from '../shared/usage-error.ts';
import { diagnosePaste } from './diagnose-paste.ts';
import { DEFAULT_FINDINGS, diagnosisText } from './diagnosis-text.ts';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults diagnose [--json] [--lang LANG] [--limit N] [FILE]
       npx known-faults diagnose --batch [--lang LANG] [--limit N] < JSON-LINES

Names the known fault behind the output of a program, and its fix. Reads FILE,
or standard input if FILE is - or left out; of more than 5 MB, both ends.
  --json        print the findings as JSON
  --lang LANG   language: ${locales.join(', ')} (default: that of the system; with
                --json and --batch ${defaultLocale})
  --limit N     print at most N findings (1 to 20, default ${DEFAULT_FINDINGS})
  --batch       read JSON Lines {"key", "text"}, print JSON Lines
                {"key", "findings", "results", "environment"}: findings is the
                diagnosis, results the ranked search
Exit code: 0 known fault found, 1 no known fault found, 2 usage error or input
that is not text.`,
  zh: `用法：npx known-faults diagnose [--json] [--lang LANG] [--limit N] [FILE]
      npx known-faults diagnose --batch [--lang LANG] [--limit N] < JSON-LINES

从程序的输出认出已知故障，并给出修复办法。读取 FILE；FILE 是 - 或省略时读取
标准输入；超过 5 MB 时读取开头和结尾。
  --json        以 JSON 输出结果
  --lang LANG   语言：${locales.join('、')}（默认为系统的语言；--json 和 --batch 默认 ${defaultLocale}）
  --limit N     最多输出 N 个结果（1 到 20，默认 ${DEFAULT_FINDINGS}）
  --batch       读取 JSON Lines {"key", "text"}，输出 JSON Lines
                {"key", "findings", "results", "environment"}：findings 是诊断，
                results 是搜索结果
退出码：0 找到已知故障，1 没有找到，2 用法错误，或输入不是文本。`,
};

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
  },
  allowPositionals: true,
  run({ values, positionals }, context: DiagnoseContext, reader) {
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_FINDINGS) {
      throw notAllowed('--limit', values.limit, {
        en: `a number from 1 to ${MAX_FINDINGS}`,
        zh: `1 到 ${MAX_FINDINGS} 的数`,
      });
    }
    // What programs read does not depend on the machine.
    const isForPrograms = values.json || values.batch;
    const language = isForPrograms && !reader.hasChosen ? defaultLocale : reader.language;
    if (positionals.length > 1) {
      throw notAllowed(
        'FILE',
        { en: `${positionals.length} files`, zh: `${positionals.length} 个文件` },
        ONE,
      );
    }
    const [file] = positionals;
    if (!values.batch) return diagnoseOne(file, { limit, language, asJson: values.json }, context);
    if (file !== undefined && file !== '-') {
      throw new UsageError({
        en: `--batch reads the standard input; found the file ${file}.`,
        zh: `--batch 读取标准输入，不能再给文件 ${file}。`,
      });
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
    throw new UsageError({
      en: 'No input: name a file, or pipe the output into this command.',
      zh: '没有输入：请给出文件，或者用管道把输出传给这个命令。',
    });
  const { text: paste, leftOut } = await readLogInput(
    isPiped ? undefined : file,
    context,
    language,
  );
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
    throw lineError(number, { en: 'text that is not JSON', zh: '不是 JSON 的文字' });
  }
  const { key, text: paste } = (data ?? {}) as { key?: unknown; text?: unknown };
  if (key === undefined || typeof paste !== 'string') {
    const found = line.slice(0, QUOTED_LENGTH);
    throw lineError(number, found);
  }
  return { key, paste };
}

const BATCH_LINE = '{"key": ..., "text": "..."}';

const lineError = (number: number, found: LocalText) =>
  new UsageError({
    en: `Line ${number}: found ${textIn(found, 'en')}; allowed: ${BATCH_LINE}.`,
    zh: `第 ${number} 行：收到${spaced(textIn(found, 'zh'))}；应为 ${BATCH_LINE}。`,
  });

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
