import { stat } from 'node:fs/promises';
import path from 'node:path';
import { filesIn } from '../../integrations/files-in.ts';

/** Groups of files in the order in which they are reported, each with the first part of its paths. */
const GROUPS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['articles', /^articles\//],
  ['forwarding addresses', /^(?:KF-\d+|github\.com|gitlab\.com|e)\//],
  ['cards and badges', /^(?:cards|badge)\//],
  ['full-text index', /^pagefind\//],
  ['API', /^api\/v1\//],
];

const OTHERS = 'everything else';

/** Stats at a time. */
const CONCURRENCY = 64;

export interface GroupSize {
  name: string;
  files: number;
  bytes: number;
}

/** The size of a built site. */
export interface SiteSize {
  files: number;
  bytes: number;
  /** Path from the site's root, with slashes. */
  largest: { path: string; bytes: number };
  groups: GroupSize[];
}

/** Measures the files of a built site. */
export async function siteSize(folder: string): Promise<SiteSize> {
  const entries = await filesIn(folder);
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  const sized: { path: string; bytes: number }[] = [];
  for (let start = 0; start < files.length; start += CONCURRENCY) {
    const chunk = files.slice(start, start + CONCURRENCY).map(async (file) => ({
      path: path.relative(folder, file).replaceAll(path.sep, '/'),
      bytes: (await stat(file)).size,
    }));
    sized.push(...(await Promise.all(chunk)));
  }
  return sumSizes(sized);
}

/** Adds up files by group. The addresses of translations count with those of the English pages. */
export function sumSizes(files: readonly { path: string; bytes: number }[]): SiteSize {
  const groups = [...GROUPS.map(([name]) => name), OTHERS].map((name) => ({
    name,
    files: 0,
    bytes: 0,
  }));
  let largest = { path: '', bytes: 0 };
  for (const file of files) {
    if (file.bytes > largest.bytes) largest = file;
    const group = groups.find(({ name }) => name === groupOf(file.path));
    if (!group) continue;
    group.files += 1;
    group.bytes += file.bytes;
  }
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    largest,
    groups,
  };
}

function groupOf(file: string): string {
  const neutral = file.replace(/^zh\//, '');
  return GROUPS.find(([, pattern]) => pattern.test(neutral))?.[0] ?? OTHERS;
}
