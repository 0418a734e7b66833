import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { upstreamStates } from '../domain/vocabulary.ts';
import { jsonOf } from './http.ts';

/** What GitHub says of an issue, a pull request or a discussion. */
const foundSchema = z.object({
  state: z.enum(upstreamStates),
  /** Day on which it was closed or merged, in UTC. */
  closed: z.iso.date().optional(),
  /** Where it stands now, when that is another address than the one asked for. */
  moved: z.string().optional(),
});

const answersSchema = z.array(z.tuple([z.string(), foundSchema.extend({ etag: z.string() })]));

export type Found = z.infer<typeof foundSchema>;

/** What GitHub says of an address: what it found, or that there is nothing (any more). */
export type CachedAnswer = Found | { gone: true };

/** Earlier answers by address, with the mark under which GitHub confirms one without counting the request. */
export type EarlierAnswers = Map<string, Found & { etag: string }>;

/** Answers that somebody has made larger than this are not read. */
const MAX_LENGTH = 20_000_000;

/** Reads the answers that `keepAnswers` wrote; none where there is no such file, or one that cannot be used. */
export async function earlierAnswers(file: string): Promise<EarlierAnswers> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const parsed = answersSchema.safeParse(text.length > MAX_LENGTH ? [] : jsonOf(text));
  return new Map(parsed.success ? parsed.data : []);
}

/** Keeps answers for the next run. They are a convenience: a file that is lost costs requests, nothing else. */
export async function keepAnswers(file: string, answers: EarlierAnswers): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify([...answers]));
}
