import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { killBuild, type AstroOptions } from './astro-project.ts';
import { filesOf } from './built-site.ts';

/** A difference between two builds of the same sources, which must be equal to the byte. */
export interface BuildVariant {
  title: string;
  options?: Omit<AstroOptions, 'cwd'>;
  /** Leaves something from an earlier build in the project. */
  prepare?: (project: string) => Promise<void>;
}

/** Returns the environment in which Node runs scripts of `preloads/` before a program. */
export function preloading(...names: string[]): NodeJS.ProcessEnv {
  const urls = names.map((name) => pathToFileURL(preloadPath(name)).href);
  return { NODE_OPTIONS: urls.map((url) => `--import=${url}`).join(' ') };
}

export const preloadPath = (name: string) =>
  path.join(import.meta.dirname, 'preloads', `${name}.mjs`);

const language = (locale: string) => ({ LC_ALL: locale, LANG: locale, LANGUAGE: locale });

/** A machine unlike the one that runs the tests in all that a process can observe without other tools. */
export const otherMachine: BuildVariant = {
  title: 'in another folder, time zone, and language, with another clock and order of files',
  options: {
    env: {
      TZ: 'Pacific/Kiritimati',
      ...language('tr_TR.UTF-8'),
      ...preloading('shift-clock', 'delay-reads', 'reverse-folders'),
    },
  },
};

/** Caches in every state in which a killed build or a full disk can leave them. */
export const damagedCaches: BuildVariant = {
  title: 'after a build that was killed, with caches cut short',
  prepare: async (project) => {
    await killBuild({ cwd: project }, () => cacheFiles(project).some(isCard));
    cutCaches(project);
  },
};

const killedWhen = (title: string, isReached: (project: string) => boolean): BuildVariant => ({
  title: `after a build that was killed ${title}`,
  prepare: (project) => killBuild({ cwd: project }, () => isReached(project)),
});

/** Each difference alone, so that a failure names its cause. */
export const buildVariants: readonly BuildVariant[] = [
  { title: 'in another folder' },
  { title: 'in another time zone', options: { env: { TZ: 'Pacific/Kiritimati' } } },
  // Languages that sort letters or change their case unlike English: ä after z, z before t, i to İ.
  ...['zh_CN.UTF-8', 'et_EE.UTF-8', 'tr_TR.UTF-8'].map((locale) => ({
    title: `in the language ${locale}`,
    options: { env: language(locale) },
  })),
  { title: 'with another clock', options: { env: preloading('shift-clock') } },
  { title: 'with slow reading of files', options: { env: preloading('delay-reads') } },
  { title: 'with folders in another order', options: { env: preloading('reverse-folders') } },
  { title: 'on one processor', options: { launcher: ['taskset', '-c', '0'] } },
  killedWhen('while it read the articles', (project) => has(project, 'node_modules/.astro')),
  killedWhen('while it wrote pages', (project) => has(project, 'dist/articles')),
  killedWhen('while it drew cards', (project) => cacheFiles(project).filter(isCard).length > 1),
  killedWhen('while it indexed the pages', (project) => has(project, 'dist/pagefind')),
  damagedCaches,
];

function has(project: string, folder: string): boolean {
  try {
    return readdirSync(path.join(project, folder)).length > 0;
  } catch {
    return false;
  }
}

/** Folders in which a build keeps what the next one may use. */
const CACHES = ['.cache', '.astro', 'node_modules/.astro', 'node_modules/.vite'];

/** Returns the cached files of a project, as absolute paths. */
function cacheFiles(project: string): string[] {
  return CACHES.filter((folder) => has(project, folder)).flatMap((folder) =>
    filesOf(path.join(project, folder)).map((file) => path.join(project, folder, file)),
  );
}

const isCard = (file: string) => path.basename(path.dirname(file)) === 'cards';

/** Cuts cached files in half, empties some, and fills some with the bytes of another. */
function cutCaches(project: string): void {
  const files = cacheFiles(project);
  for (const [index, file] of files.entries()) {
    const bytes = readFileSync(file);
    const other = files[index - 1];
    if (index % 3 === 0 || other === undefined) truncateSync(file, Math.floor(bytes.length / 2));
    else if (index % 3 === 1) truncateSync(file);
    else writeFileSync(file, readFileSync(other));
  }
}
