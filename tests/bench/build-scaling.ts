/**
 * Prints a table of how long a build takes and how much memory it needs as the library grows.
 * The articles are copies of one article of average length. Run: npm run bench:build -- 100 1000 5000
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyProject, startAstro } from '../support/astro-project.ts';
import { pagesOf } from '../support/built-site.ts';
import { FIXTURE_LIBRARY, root } from '../support/root.ts';

const SAMPLE_MS = 100;
const MIB = 2 ** 20;

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Usage: npm run bench:build -- 100 1000 5000');
  process.exit(2);
}

const rows: { articles: number; pages: number; seconds: number; mib: number }[] = [];
for (const size of sizes) rows.push(await measure(size));

console.log(
  '\n| articles | pages | seconds | ms a page | peak MiB | against the first: time a page |',
);
console.log('|---:|---:|---:|---:|---:|---:|');
const [first] = rows;
for (const { articles, pages, seconds, mib } of rows) {
  const perPage = (seconds * 1000) / pages;
  const ratio = first ? perPage / ((first.seconds * 1000) / first.pages) : 1;
  const cells = [
    articles,
    pages,
    seconds.toFixed(1),
    perPage.toFixed(2),
    mib.toFixed(0),
    ratio.toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

async function measure(articles: number) {
  const content = makeContent(articles);
  const project = copyProject(content);
  rmSync(content, { recursive: true });
  console.log(`building ${articles} articles ...`);
  const started = performance.now();
  const child = startAstro(['build', '--silent'], { cwd: project });
  child.stdout?.resume();
  child.stderr?.pipe(process.stderr);
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, SAMPLE_MS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampler);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`the build of ${articles} articles failed`);
  const pages = pagesOf(path.join(project, 'dist')).length;
  rmSync(project, { recursive: true });
  return { articles, pages, seconds, mib: peak / MIB };
}

/** Returns the resident memory of a process and its children in bytes, from Linux's /proc; 0 elsewhere. */
function treeMemory(pid: number): number {
  try {
    const own = Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
    );
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    return children
      .filter(Boolean)
      .reduce((sum, child) => sum + treeMemory(Number(child)), own * 1024);
  } catch {
    return 0;
  }
}

/** Writes a library of numbered copies of one article and returns its folder. */
function makeContent(articles: number): string {
  const content = mkdtempSync(path.join(os.tmpdir(), 'known-faults-content-'));
  mkdirSync(path.join(content, 'projects'));
  const project = 'projects/demo.yaml';
  copyFileSync(path.join(FIXTURE_LIBRARY, 'content', project), path.join(content, project));
  const template = readFileSync(
    path.join(root, 'content/articles/cython-ufunc-cimport-numpy-crash-on-import/en.mdx'),
    'utf8',
  );
  for (let index = 0; index < articles; index++) {
    const number = String(index + 1).padStart(4, '0');
    const folder = path.join(content, `articles/copied-fault-${number}`);
    mkdirSync(folder, { recursive: true });
    const text = template
      .replace(/^id: .*$/m, `id: KF-${number}`)
      .replace(/^title: .*$/m, `title: Fault ${number} crashes on import`)
      .replace(/^project: .*$/m, 'project: demo')
      .replace(/^related: .*\n/m, '')
      .replaceAll('issues/6064', `issues/${index + 1}`)
      .replaceAll('pull/6065', `pull/${articles + index + 1}`)
      .replace(/^signatures:\n(?: .*\n)*/m, `signatures:\n  - "halve_${number} crashed"\n`)
      .replaceAll('halve', `halve_${number}`);
    writeFileSync(path.join(folder, 'en.mdx'), text);
  }
  return content;
}
