import { createInterface } from 'node:readline';
import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { diagnose, type Diagnosis, type Finding } from '../../diagnosis/diagnose.ts';
import { absoluteAddress, messagePath, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { readLogInput } from '../shared/read-input.ts';
import { styleText } from '../shared/output.ts';
import { UsageError } from '../shared/usage-error.ts';
import { browserWords } from '../../i18n/browser-words.ts';

const USAGE = `Usage: npx known-faults diagnose [--json] [--limit N] [FILE]
       npx known-faults diagnose --batch < JSON-LINES

Names the known fault behind the output of a program. Reads FILE, or standard input; of more than 5 MB, both ends.
  --json      print the findings as JSON
  --limit N   print at most N findings (1 to 20, default 3)
  --batch     read JSON Lines {"key", "text"}, print JSON Lines {"key", "findings", "environment"}
Exit code: 0 known fault found, 1 no known fault found, 2 usage error or input that is not text.`;

const FOUND = 0;
const UNKNOWN = 1;

/** Chosen: more than 20 findings for one log would answer nothing. */
const MAX_FINDINGS = 20;

/** Length in characters of the part of a malformed line that a message quotes. */
const QUOTED_LENGTH = 60;

type DiagnoseContext = KnowledgeContext<PublishedKnowledge>;

/** `known-faults diagnose` */
export const diagnoseCommand = defineCommand({
  usage: USAGE,
  options: {
    json: { type: 'boolean', default: false },
    batch: { type: 'boolean', default: false },
    limit: { type: 'string', default: '3' },
  },
  allowPositionals: true,
  run({ values, positionals }, context: DiagnoseContext) {
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_FINDINGS) {
      throw new UsageError(
        `--limit: found ${values.limit}; allowed: a number from 1 to ${MAX_FINDINGS}.`,
      );
    }
    if (positionals.length > 1) throw new UsageError('Only one file can be read at a time.');
    return values.batch
      ? diagnoseBatch(limit, context)
      : diagnoseOne(positionals[0], limit, values.json, context);
  },
});

async function diagnoseOne(
  file: string | undefined,
  limit: number,
  asJson: boolean,
  context: DiagnoseContext,
): Promise<number> {
  if (file === undefined && context.stdin.isTTY)
    throw new UsageError('No input: name a file, or pipe the output into this command.');
  const { text: paste, leftOut } = await readLogInput(file, context);
  const knowledge = await context.loadKnowledge();
  const diagnosis = diagnose(knowledge.index, paste, { limit, localization });
  const answer = asJson
    ? JSON.stringify({ ...toJson(diagnosis), bytesLeftOut: leftOut }, null, 2)
    : toText(diagnosis, knowledge);
  context.stdout.write(`${answer}\n`);
  return diagnosis.findings.length > 0 ? FOUND : UNKNOWN;
}

async function diagnoseBatch(
  limit: number,
  { stdin, stdout, loadKnowledge }: DiagnoseContext,
): Promise<number> {
  const { index } = await loadKnowledge();
  let found = false;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { key, paste } = parseBatchLine(line, number);
    const diagnosis = diagnose(index, paste, { limit, localization });
    found ||= diagnosis.findings.length > 0;
    stdout.write(`${JSON.stringify({ key, ...toJson(diagnosis) })}\n`);
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
function toJson({ findings, environment }: Diagnosis) {
  return {
    findings: findings.map(({ id, slug, confidence, line }: Finding) => ({
      id,
      slug,
      confidence,
      line: line.text,
    })),
    environment,
  };
}

function toText({ findings }: Diagnosis, { cards, site }: PublishedKnowledge): string {
  if (findings.length === 0) {
    return 'No known fault matches this error. If the log is cut off, add the lines above the last error.';
  }
  return findings
    .map(({ id, confidence, line, signature }) => {
      const card = cards[id];
      const message = signature && messagePath(signature);
      return [
        `${styleText('bold', `${browserWords.en.confidence[confidence]}: ${card?.title ?? id}`)} (${id})`,
        `  line ${line.number}: ${styleText('yellow', line.text)}`,
        ...(signature === undefined ? [] : [`  signature: ${signature}`]),
        `  ${card?.summary ?? ''}`,
        `  ${styleText('cyan', absoluteAddress(site, permalinkPath(id)))}`,
        ...(message === undefined
          ? []
          : [`  address of this message: ${absoluteAddress(site, message)}`]),
      ].join('\n');
    })
    .join('\n\n');
}
