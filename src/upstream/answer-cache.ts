import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { upstreamStates } from '../domain/vocabulary.ts';
import { parseJson } from './http.ts';

/** State of an issue, a pull request or a discussion on GitHub. */
const foundSchema = z.object({
  state: z.enum(upstreamStates),
  /** Day on which it was closed or merged, in UTC. */
  closed: z.iso.date().optional(),
  /** Current address, when it differs from the requested one. */
  moved: z.string().optional(),
});

const answersSchema = z.array(z.tuple([z.string(), foundSchema.extend({ etag: z.string() })]));

export type Found = z.infer<typeof foundSchema>;

/** Answer for an address; `gone` when it does not exist, or no longer. */
export type Answer = Found | { gone: true };

/** Answers by address, each with its ETag. A request that GitHub confirms by it does not count against the rate limit. */
export type AnswerCache = Map<string, Found & { etag: string }>;

/** In characters; a larger file was not written by this program. */
const MAX_LENGTH = 20_000_000;

/** Reads the cache from a file; returns an empty one when the file is missing or invalid. */
export async function readAnswers(file: string): Promise<AnswerCache> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const parsed = answersSchema.safeParse(text.length > MAX_LENGTH ? [] : parseJson(text));
  return new Map(parsed.success ? parsed.data : []);
}

/** Writes the cache for the next run. */
export async function writeAnswers(file: string, answers: AnswerCache): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, JSON.stringify([...answers]));
}
