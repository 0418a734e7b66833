import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import { diagnose, type Diagnosis, type Finding } from '../../diagnosis/diagnose.ts';
import { absoluteAddress, messagePath, permalinkPath } from '../../domain/addresses/addresses.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { UsageError } from '../shared/usage-error.ts';
import { browserWords } from '../../i18n/browser-words.ts';

const USAGE = `Usage: npx known-faults diagnose [--json] [--limit N] [FILE]
       npx known-faults diagnose --batch < JSON-LINES

Names the known fault behind the output of a program. Reads FILE, or standard input.
  --json      print the findings as JSON
  --limit N   print at most N findings (1 to 20, default 3)
  --batch     read JSON Lines {"key", "text"}, print JSON Lines {"key", "findings", "environment"}
Exit code: 0 known fault found, 1 no known fault found, 2 usage error.`;

const FOUND = 0;
const UNKNOWN = 1;
const BAD_USE = 2;

/** Converts a finding to its JSON form, which scripts rely on. */
function findingJson({ id, slug, confidence, line }: Finding) {
  return { id, slug, confidence, line: line.text };
}

/** Loads the knowledge: from the articles in a clone, from a file in the published package. */
type LoadKnowledge = () => Promise<PublishedKnowledge>;

/** Formats the findings as text, each with its evidence, its summary and the address of the article. */
function describe({ findings }: Diagnosis, { cards, site }: PublishedKnowledge): string {
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

async function single(
  load: LoadKnowledge,
  file: string | undefined,
  limit: number,
  asJson: boolean,
): Promise<number> {
  if (file === undefined && process.stdin.isTTY)
    throw new UsageError('No input: name a file, or pipe the output into this command.');
  const paste = file === undefined ? await text(process.stdin) : await read(file);
  const known = await load();
  const diagnosis = diagnose(known.index, paste, { limit });
  if (asJson) {
    const { findings, environment } = diagnosis;
    console.log(JSON.stringify({ findings: findings.map(findingJson), environment }, null, 2));
  } else {
    console.log(describe(diagnosis, known));
  }
  return diagnosis.findings.length > 0 ? FOUND : UNKNOWN;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

async function batch(load: LoadKnowledge, limit: number): Promise<number> {
  const { index } = await load();
  let found = false;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { key, paste } = batchLine(line, number);
    const { findings, environment } = diagnose(index, paste, { limit });
    found ||= findings.length > 0;
    console.log(JSON.stringify({ key, findings: findings.map(findingJson), environment }));
  }
  return found ? FOUND : UNKNOWN;
}

function batchLine(line: string, number: number): { key: unknown; paste: string } {
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
    throw new UsageError(
      `Line ${number}: found ${line.slice(0, 60)}; allowed: {"key": ..., "text": "..."}.`,
    );
  }
  return { key, paste };
}

async function run(args: string[], load: LoadKnowledge): Promise<number> {
  const { values, positionals } = options(args);
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 20) {
    throw new UsageError(`--limit: found ${values.limit}; allowed: a number from 1 to 20.`);
  }
  if (values.help) {
    console.log(USAGE);
    return FOUND;
  }
  if (positionals.length > 1) throw new UsageError('Only one file can be read at a time.');
  return values.batch ? batch(load, limit) : single(load, positionals[0], limit, values.json);
}

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        batch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        limit: { type: 'string', default: '3' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Runs `known-faults diagnose`.
 *
 * @param args arguments after the name of the command
 * @param load called once there is input to diagnose
 * @returns the exit code
 */
export async function diagnoseCommand(args: string[], load: LoadKnowledge): Promise<number> {
  try {
    return await run(args, load);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return BAD_USE;
  }
}
