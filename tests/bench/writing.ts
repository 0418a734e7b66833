/**
 * Prints a table of how long a contributor to a large library waits: for the check of an article, for the dev server, and for
 * the page to show an edit. Run: npm run bench:writing -- 5000
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ordinaryOutputFile } from '../../src/lint/ordinary-output.ts';
import { copyProject, startAstro } from '../support/astro-project.ts';
import { makeLargeLibrary } from '../support/make-large-library.ts';
import { root } from '../support/root.ts';

const POLL_MS = 20;
const ROUNDS = 3;

/** Longer than Astro waits for further changes before it writes its store. */
const SETTLE_MS = 1_500;

const size = Number(process.argv[2]);
if (!Number.isInteger(size) || size < 1) {
  console.error('Usage: npm run bench:writing -- 5000');
  process.exit(2);
}

const content = mkdtempSync(path.join(os.tmpdir(), 'known-faults-content-'));
await makeLargeLibrary(content, size);
const project = copyProject(content);
rmSync(content, { recursive: true });
cpSync(path.join(root, ordinaryOutputFile), path.join(project, ordinaryOutputFile));
const [slug = ''] = readdirSync(path.join(project, 'content/articles'));

const rows = [...measureChecks(), ...(await measureServer())];
rmSync(project, { recursive: true });
console.log(`\n| ${size} articles | seconds |\n|---|---:|`);
for (const [name, milliseconds] of rows) console.log(`| ${name} | ${seconds(milliseconds)} |`);

type Row = [name: string, milliseconds: number];

function measureChecks(): Row[] {
  const command = ['src/cli/check/check-command.ts', slug];
  return Array.from({ length: ROUNDS }, (_, round) => {
    const started = performance.now();
    execFileSync('node', command, { cwd: project });
    const note = round === 0 ? ', the first on this machine' : '';
    return [`check of an article${note}`, performance.now() - started];
  });
}

async function measureServer(): Promise<Row[]> {
  const started = performance.now();
  const server = startAstro(['dev', '--port', '4880'], { cwd: project });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (log += text));
  await until(() => Promise.resolve(log.includes('watching for file changes')));
  const origin = /http:\/\/localhost:\d+/.exec(log)?.[0] ?? '';
  const page = async () => (await fetch(`${origin}/articles/${slug}/`)).text();
  const rows: Row[] = [['start of the dev server', performance.now() - started]];
  const opened = performance.now();
  await page();
  rows.push(['first page', performance.now() - opened]);
  for (let round = 1; round <= ROUNDS; round++) {
    await setTimeout(SETTLE_MS);
    const edited = performance.now();
    const title = `Edited ${round} times`;
    const file = path.join(project, 'content/articles', slug, 'en.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    await until(async () => (await page()).includes(title));
    rows.push(['edit until its page shows it', performance.now() - edited]);
  }
  server.kill();
  return rows;
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  while (!(await isReached())) await setTimeout(POLL_MS);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
