import type { z } from 'zod';
import type { MessageAddresses } from '../../domain/addresses/addresses.ts';
import { messageAddressesSchema } from '../../domain/addresses/message-addresses.ts';
import { lateDates } from '../../domain/facts/late-dates.ts';
import { fieldName, fieldProblems } from '../../domain/facts/problems.ts';
import { releasesSchema, type PackageReleases } from '../../domain/releases/releases.ts';
import { upstreamRecordSchema, type UpstreamFile } from '../../domain/upstream/upstream-record.ts';
import { packagePath } from '../../domain/versions/package-name.ts';
import { ecosystems } from '../../domain/vocabulary.ts';
import { listFolder, MAX_BYTES, readText, wrongKind, type ReadContext } from './files.ts';

/** Written by the command that updates the state of upstream; path from the project's root. */
export const recordFile = 'content/upstream.json';

/** Written by the command that updates addresses; path from the project's root. */
export const messageAddressesFile = 'content/message-addresses.json';

/** Written by the command that updates releases; path from the project's root. */
export const releasesFolder = 'content/releases';

/** Returns the path of the file with a package's releases. */
export const releasesFile = ({ ecosystem, name }: Parameters<typeof packagePath>[0]) =>
  `${releasesFolder}/${packagePath({ ecosystem, name })}.json`;

/** Objects in objects in an object. Deeper data overflows the stack of whatever walks through it. */
const MAX_DEPTH = 10;

/** Maximum number of problems reported for one file: a command writes it again, so a contributor does not correct it by hand. */
const MAX_PROBLEMS = 20;

/** Reads the state of upstream. Returns `undefined` if the file has a problem. */
export function readRecord(context: ReadContext): UpstreamFile | undefined {
  return readJson(context, recordFile, upstreamRecordSchema, MAX_BYTES.upstream);
}

/** Reads the published addresses of messages; none if the file has a problem. */
export function readMessageAddresses(context: ReadContext): MessageAddresses {
  const file = messageAddressesFile;
  const read = readJson(context, file, messageAddressesSchema, MAX_BYTES.messageAddresses);
  return new Map(Object.entries(read?.addresses ?? {}));
}

/** Reads the releases of all packages that have a file, by `<ecosystem>/<name>`. */
export function readReleases(context: ReadContext): Map<string, PackageReleases> {
  const { problems } = context;
  const found = new Map<string, PackageReleases>();
  for (const entry of listFolder(context, releasesFolder)) {
    const folder = `${releasesFolder}/${entry.name}`;
    if (!(ecosystems as readonly string[]).includes(entry.name)) {
      problems.push({
        file: folder,
        field: 'folder name',
        found: JSON.stringify(entry.name),
        expected: ecosystems.join(', '),
      });
    } else if (entry.isFile()) {
      problems.push(wrongKind(folder, entry, 'a folder'));
    } else {
      for (const releases of readEcosystem(context, entry.name)) {
        const { ecosystem, package: name } = releases;
        found.set(packagePath({ ecosystem, name }), releases);
      }
    }
  }
  return found;
}

function readEcosystem(context: ReadContext, folder: string): PackageReleases[] {
  const { problems } = context;
  const found: PackageReleases[] = [];
  for (const entry of listFolder(context, `${releasesFolder}/${folder}`)) {
    const { name } = entry;
    const file = `${releasesFolder}/${folder}/${name}`;
    if (!entry.isFile()) {
      problems.push(wrongKind(file, entry, 'a file'));
      continue;
    }
    const releases = readJson(context, file, releasesSchema, MAX_BYTES.releases);
    if (!releases) continue;
    const named = { ecosystem: releases.ecosystem, name: releases.package };
    if (releasesFile(named) === file) found.push(releases);
    else {
      problems.push({
        file,
        field: 'file name',
        found: JSON.stringify(`${folder}/${name}`),
        expected: `${packagePath(named)}.json, to match its content`,
      });
    }
  }
  return found;
}

function readJson<T extends z.ZodType>(
  context: ReadContext,
  file: string,
  schema: T,
  maxBytes: number,
): z.infer<T> | undefined {
  const source = readText(context, file, maxBytes);
  if (source === undefined) return undefined;
  const { today, problems } = context;
  const report = (found: string, expected: string) => {
    problems.push({ file, field: 'file', found, expected });
    return undefined;
  };
  if (isDeeperThan(MAX_DEPTH, source)) return report('JSON that is nested too deeply', 'records');
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    // The parser's message quotes the file.
    return report('text that is not JSON', 'JSON, as the command that updates this file writes it');
  }
  const result = schema.safeParse(data);
  const mistakes = [
    ...(result.success ? [] : fieldProblems(result.error, data)),
    ...lateDates(data, today),
  ];
  for (const { path: keys, found, expected } of mistakes.slice(0, MAX_PROBLEMS)) {
    problems.push({ file, field: keys.length === 0 ? 'file' : fieldName(keys), found, expected });
  }
  return mistakes.length === 0 ? result.data : undefined;
}

/** Returns true if brackets are nested more deeply, without parsing. Brackets within strings do not count. */
function isDeeperThan(maxDepth: number, json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
