import { readFile } from 'node:fs/promises';
import {
  absoluteAddress,
  knowledgeJsonPath,
  localizedPath,
} from '../domain/addresses/addresses.ts';
import type { Locale } from '../domain/vocabulary.ts';
import {
  knowledgeFile,
  tablesFile,
  readKnowledge,
  type Knowledge,
} from '../api/published-knowledge.ts';

const TIMEOUT_MS = 15_000;

/** Chosen; the knowledge of tens of thousands of articles is smaller. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads the knowledge that was packed with this release of the Action. */
export async function shippedKnowledge(language: Locale): Promise<Knowledge> {
  const read = async (name: string) =>
    JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
  return { ...readKnowledge(await read(knowledgeFile(language))), tables: await read(tablesFile) };
}

/**
 * Fetches the current knowledge of a site.
 *
 * @throws {Error} with a message for the user, when the site cannot be reached or its answer is invalid
 */
export async function siteKnowledge(site: string, language: Locale): Promise<Knowledge> {
  const address = absoluteAddress(site, localizedPath(knowledgeJsonPath, language));
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || !response.body) throw new Error(`it answered ${response.status}`);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error(`it sent more than ${MAX_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return readKnowledge(JSON.parse(text));
}
