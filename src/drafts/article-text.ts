import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import { sections, type SectionId } from '../domain/facts/sections.ts';
import { upstreamLabel } from '../domain/upstream/tracker-address.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { CodeBlock } from './find-code.ts';
import { isFailure } from './printed-lines.ts';

/** Material from the source for each section of the article. */
export type SectionMaterial = Partial<
  Record<
    SectionId,
    {
      /** Ranges of lines of the source, both ends included; empty, since prose is not assigned to sections. */
      lines: [number, number][];
      code: { language: string; lines: [number, number]; text: string }[];
    }
  >
>;

/** The instruction in the first line of each section. */
const PROMPTS: Readonly<Record<SectionId, string>> = {
  'what-you-see':
    'say in one sentence what fails and where, then show what the machine prints, every wording in a separate block.',
  'are-you-affected':
    'one command with its output, and how to read it: which versions, platforms, builds.',
  'what-to-do':
    'first what a user of the package can do, then its author; exact versions and commands, which you have run.',
  workarounds:
    'what helps until one can upgrade, and what it costs. Leave the section out if there is nothing.',
  cause: 'the mechanism, in your own words, so that a colleague learns something.',
  reproduce:
    'the least code that shows it, written by you, and its output. Leave the section out if there is none.',
  'look-alikes':
    'faults that print nearly the same, and what tells them apart. Leave the section out if there are none.',
  upstream: 'one line for each address: what is said there, and when it was released.',
};

/** Longer blocks stay in the source. */
const MAX_CODE_LINES = 60;
const MAX_CODE_LENGTH = 6_000;
const MAX_BLOCKS_PER_SECTION = 4;

/** Longest line that an article may have. */
const MAX_LINE_LENGTH = 2_000;

/** A sentence in a block of output: the words of the reporter, which an article must not repeat. */
const SENTENCE = /^[A-Z][\w'’]{0,20}(?: [\w'’,]{1,30}){4,60}[.:!?]$/;

/** Assigns output to the section that shows it, other code to the section that reproduces the fault. */
export function sectionMaterial(code: readonly CodeBlock[]): SectionMaterial {
  const material: SectionMaterial = {};
  for (const { language, from, to, text } of code) {
    const isSession = language === 'console' && text.split('\n').some(isFailure);
    const isOutput = language === 'message' || language === 'text' || isSession;
    const section = isOutput ? 'what-you-see' : 'reproduce';
    const { code: blocks } = (material[section] ??= { lines: [], code: [] });
    blocks.push({ language, lines: [from, to], text });
  }
  return material;
}

/** Returns the sections of a draft, each with a line for the writer to replace and the code found for it. */
export function formatArticle(material: SectionMaterial, facts: DraftFacts): string {
  const parts = Object.entries(sections).map(([id, { en }]) => {
    const section = id as SectionId;
    const blocks = (material[section]?.code ?? []).slice(0, MAX_BLOCKS_PER_SECTION);
    return [
      `## ${en}`,
      `${DRAFT_MARK}: ${PROMPTS[section]}`,
      ...blocks.map(formatCode),
      ...listOf(section, facts),
    ].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function formatCode({
  language,
  lines: [from, to],
  text,
}: {
  language: string;
  lines: [number, number];
  text: string;
}): string {
  const rows = text.split('\n');
  const isLong =
    rows.length > MAX_CODE_LINES ||
    text.length > MAX_CODE_LENGTH ||
    rows.some(({ length }) => length > MAX_LINE_LENGTH);
  const isSpoken = language === 'text' && rows.some((row) => SENTENCE.test(row.trim()));
  if (isLong || isSpoken) {
    return `${DRAFT_MARK}: ${language} of ${rows.length} lines: SOURCE.md, lines ${from}-${to}; show the lines that matter.`;
  }
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function listOf(section: SectionId, { upstream, related }: DraftFacts): string[] {
  const items =
    section === 'upstream'
      ? upstream.map(({ value: { url } }) => `[${labelOf(url)}](${url})`)
      : section === 'look-alikes'
        ? related.map(({ value: slug }) => `[${slug}](../${slug}/)`)
        : [];
  return items.length === 0 ? [] : [items.map((item) => `- ${item}: ${DRAFT_MARK}`).join('\n')];
}

/** Returns `cython/cython#6434`, or host and path, with nothing in it that Markdown reads as markup. */
const labelOf = (url: string) => upstreamLabel(url).replace(/[[\]\\`*_<>{}|]/g, '\\$&');
