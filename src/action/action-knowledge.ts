import { readFile } from 'node:fs/promises';
import { absoluteAddress, knowledgeJsonPath, localizedPath } from '../domain/addresses/addresses.ts';
import { defaultLocale, type Locale } from '../domain/vocabulary.ts';
import { readKnowledge, type Knowledge } from '../api/published-knowledge.ts';

const DEADLINE_MS = 15_000;

/** An index of tens of thousands of articles has less. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Name of the file with the knowledge of one language, beside the script. */
export const knowledgeFile = (language: Locale) =>
  language === defaultLocale ? 'knowledge.json' : `knowledge.${language}.json`;

/** What stood in the articles when this release of the Action was made. */
export async function shippedKnowledge(language: Locale): Promise<Knowledge> {
  const text = await readFile(new URL(knowledgeFile(language), import.meta.url), 'utf8');
  return readKnowledge(JSON.parse(text));
}

/**
 * What a site knows today.
 *
 * @throws Error with the reason, for people, when the site cannot be asked or its answer not be used
 */
export async function siteKnowledge(site: string, language: Locale): Promise<Knowledge> {
  const address = absoluteAddress(site, localizedPath(knowledgeJsonPath, language));
  const response = await fetch(address, { signal: AbortSignal.timeout(DEADLINE_MS) });
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
