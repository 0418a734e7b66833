/**
 * Prints a table of what a build takes as the library grows and, beside it, what other generators take for the same
 * articles. The articles are the real ones, repeated under other names (tests/support/make-large-library.ts).
 *
 *   npm run bench:build -- 1000 5000 --beside starlight,hugo
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLocale, locales } from '../../src/domain/vocabulary.ts';
import { buildEnvironment } from '../support/astro-project.ts';
import { makeLargeLibrary, MAX_ARTICLES } from '../support/make-large-library.ts';
import { root } from '../support/root.ts';
import type { Generator, Project } from './build-scaling/generator.ts';
import { findHugo } from './build-scaling/hugo.ts';
import { knownFaults } from './build-scaling/known-faults.ts';
import { CommandError, measureCommands, stopRunning } from './build-scaling/measure-commands.ts';
import {
  formatTable,
  measureOutput,
  type BuildResult,
  type Row,
} from './build-scaling/result-table.ts';
import { installStarlight } from './build-scaling/starlight.ts';

const USAGE = `Usage: npm run bench:build -- ARTICLES... [--beside starlight,hugo] [--languages en]

Builds a library of each size without caches (cold) and with those of the first
build (warm). --beside builds the same articles with Starlight, which npm
installs into .cache/, and with Hugo and Pagefind if hugo is on the PATH.
The articles are in English and Chinese, with --languages en in English alone.
Exit code: 0 done, 1 a build failed, 2 usage error.`;

const others: Readonly<Record<string, () => Promise<Generator> | Generator | undefined>> = {
  starlight: installStarlight,
  hugo: findHugo,
};

const { sizes, beside, languages } = readArguments();
// Beside Starlight's packages: Astro takes the path of a package for one below the project if the two have no folder in common.
const parent = path.join(root, '.cache/bench');
mkdirSync(parent, { recursive: true });
const temporary = mkdtempSync(path.join(parent, 'run-'));
process.on('exit', () => {
  stopRunning();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
});
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const rows: Row[] = [];
try {
  const generators = new Map<string, Generator | undefined>();
  for (const name of beside) generators.set(name, await others[name]?.());
  for (const size of sizes) await measure(size, generators);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
console.log(formatTable(rows));

/** Adds the rows of a library. */
async function measure(
  size: number,
  generators: ReadonlyMap<string, Generator | undefined>,
): Promise<void> {
  const content = path.join(temporary, `content-${size}`);
  await makeLargeLibrary(content, size, languages);
  const add = (generator: string, result: Row['result']) => {
    const text = typeof result === 'string' ? result : `${result.seconds.toFixed(1)} s`;
    console.error(`${size} articles, ${generator}: ${text}`);
    rows.push({ generator, articles: size, result });
  };

  const own = knownFaults.makeProject(content, languages, temporary);
  for (const state of ['cold', 'warm']) add(`${knownFaults.name}, ${state}`, await build(own));
  rmSync(own.folder, { recursive: true });
  for (const [name, generator] of generators) {
    if (!generator) {
      add(name, 'not installed');
      continue;
    }
    const project = generator.makeProject(content, languages, temporary);
    add(generator.name, await build(project));
    rmSync(project.folder, { recursive: true });
  }
  rmSync(content, { recursive: true });
}

/** Removes the site of an earlier build and builds the project with the caches that it has. */
async function build({ folder, commands, output }: Project): Promise<BuildResult | 'failed'> {
  const site = path.join(folder, output);
  rmSync(site, { recursive: true, force: true });
  try {
    const taken = await measureCommands(commands, { cwd: folder, env: buildEnvironment() });
    return { ...taken, ...measureOutput(site) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return 'failed';
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        beside: { type: 'string', default: '' },
        languages: { type: 'string', default: locales.join() },
      },
      allowPositionals: true,
    });
    const sizes = positionals.map(Number);
    const beside = values.beside.split(',').filter(Boolean);
    const named = values.languages.split(',');
    const isValid =
      sizes.length > 0 &&
      sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= MAX_ARTICLES) &&
      beside.every((name) => Object.hasOwn(others, name)) &&
      named.includes(defaultLocale);
    if (isValid) return { sizes, beside, languages: locales.filter((one) => named.includes(one)) };
  } catch {
    // An unknown option.
  }
  console.error(USAGE);
  process.exit(2);
}
