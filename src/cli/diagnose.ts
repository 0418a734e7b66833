import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import { buildIndex } from '../diagnose/build-index.ts';
import type { Confidence } from '../diagnose/decide.ts';
import { diagnose, type Diagnosis, type Finding } from '../diagnose/diagnose.ts';
import type { DiagnosisIndex } from '../diagnose/diagnosis-index.ts';
import { permalinkPath } from '../domain/addresses.ts';
import { defaultLocale } from '../domain/vocabulary.ts';
import { indexEntry } from '../markdown/index-entry.ts';
import { readLibrary, type LibraryArticle } from '../markdown/read-library.ts';

const USAGE = `Usage: npm run -s diagnose -- [--json] [--limit N] [FILE]
       npm run -s diagnose -- --batch < JSON-LINES

Names the known fault behind what a machine printed; reads FILE or the standard input.
  --json      the findings as JSON
  --limit N   at most N findings (1 to 20; 3 unless told)
  --batch     JSON Lines {"key", "text"} in, JSON Lines {"key", "findings", "environment"} out
Exit code: 0 something is known, 1 nothing is known, 2 the call was wrong.`;

const FOUND = 0;
const UNKNOWN = 1;
const BAD_USE = 2;

const CONFIDENCE: Record<Confidence, string> = {
  high: 'This is it',
  medium: 'Likely',
  low: 'Possibly',
};

/** A call that cannot be carried out, said to the caller without a stack. */
class BadUse extends Error {}

/** A finding as programs get it; a contract. */
function findingJson({ id, slug, confidence, line }: Finding) {
  return { id, slug, confidence, line: line.text };
}

interface Knowledge {
  articles: Map<string, LibraryArticle>;
  index: DiagnosisIndex;
}

async function knowledge(): Promise<Knowledge> {
  const { articles } = await readLibrary(process.cwd());
  return {
    articles: new Map(articles.map((article) => [article.facts.id, article])),
    index: buildIndex(articles.map((article) => indexEntry(article, defaultLocale))),
  };
}

/** The answer for people: each finding with its evidence, what to do, and the address to read on. */
function describe({ findings }: Diagnosis, { articles }: Knowledge): string {
  if (findings.length === 0) {
    return 'No known fault matches this. If the log is cut off, add the lines above the last error.';
  }
  return findings
    .map(({ id, confidence, line, signature }) => {
      const article = articles.get(id);
      const site = process.env['SITE_URL'] || 'http://localhost:4321';
      return [
        `${styleText('bold', `${CONFIDENCE[confidence]}: ${article?.facts.title ?? id}`)} (${id})`,
        `  line ${line.number}: ${styleText('yellow', line.text)}`,
        ...(signature === undefined ? [] : [`  known as: ${signature}`]),
        `  ${article?.facts.summary ?? ''}`,
        `  ${styleText('cyan', new URL(permalinkPath(id), site).href)}`,
      ].join('\n');
    })
    .join('\n\n');
}

async function single(file: string | undefined, limit: number, asJson: boolean): Promise<number> {
  if (file === undefined && process.stdin.isTTY) throw new BadUse('Nothing to read.');
  const paste = file === undefined ? await text(process.stdin) : await read(file);
  const known = await knowledge();
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
    throw new BadUse(`${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

async function batch(limit: number): Promise<number> {
  const { index } = await knowledge();
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
    throw new BadUse(`Line ${number} is no JSON.`);
  }
  const { key, text: paste } = (data ?? {}) as { key?: unknown; text?: unknown };
  if (key === undefined || typeof paste !== 'string') {
    throw new BadUse(
      `Line ${number}: found ${line.slice(0, 60)}; needed {"key": ..., "text": "..."}.`,
    );
  }
  return { key, paste };
}

async function main(): Promise<number> {
  const { values, positionals } = options();
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 20) {
    throw new BadUse(`--limit ${values.limit}: a number from 1 to 20 is needed.`);
  }
  if (values.help) {
    console.log(USAGE);
    return FOUND;
  }
  if (positionals.length > 1) throw new BadUse('One file at a time.');
  return values.batch ? batch(limit) : single(positionals[0], limit, values.json);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        batch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        limit: { type: 'string', default: '3' },
      },
    });
  } catch (error) {
    throw new BadUse((error as Error).message);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof BadUse)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = BAD_USE;
}
