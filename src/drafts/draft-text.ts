import { DRAFT_MARK } from '../domain/facts/draft-markers.ts';
import { sections, type SectionId } from '../domain/facts/sections.ts';
import { trackerItem, upstreamLabel } from '../domain/upstream/tracker-address.ts';
import type { DraftFacts } from './facts/draft-facts.ts';
import type { Material, SectionMaterial } from './material.ts';
import { isSentence } from './reading/line-kinds.ts';

/** What the writer is asked for, in the first line of each section. */
const PROMPTS: Readonly<Record<SectionId, string>> = {
  'what-you-see':
    'say in one sentence what fails and where, then show what the machine prints, every wording a block of its own.',
  'are-you-affected':
    'one command with its output, and how to read it: which versions, platforms, builds.',
  'what-to-do':
    'first what a user of the package can do, then its author; exact versions and commands, which you have run.',
  workarounds:
    'what helps until one can upgrade, and what it costs. Leave the section out if there is nothing.',
  cause: 'the mechanism, in your own words, so that a colleague learns something.',
  reproduce:
    'the least code of your own that shows it, and its output. Leave the section out if there is none.',
  'look-alikes':
    'faults that print nearly the same, and what tells them apart. Leave the section out if there are none.',
  upstream: 'one line for each address: what is said there, and when it was released.',
};

/** A longer block is left in the source. */
const CODE_LINES = 60;
const CODE_LENGTH = 6_000;
const BLOCKS_A_SECTION = 4;

/** An article may have no longer line. */
const LINE_LENGTH = 2_000;

/** The text of a draft: every section with a line to replace, and the code that was found for it. */
export function draftText(material: Material, { upstream, related }: DraftFacts): string {
  const parts = Object.entries(sections).map(([id, { en }]) => {
    const section = id as SectionId;
    const found = material[section];
    const read =
      found && found.lines.length > 0 ? ` Read: SOURCE.md, ${rangesText(found.lines)}.` : '';
    return [
      `## ${en}`,
      `${DRAFT_MARK}: ${PROMPTS[section]}${read}`,
      ...(found?.code ?? []).slice(0, BLOCKS_A_SECTION).map(codeText),
      ...listOf(
        section,
        upstream.map(({ value }) => value.url),
        related.map(({ value }) => value),
      ),
    ].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function rangesText(ranges: readonly [number, number][]): string {
  const shown = ranges.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const isOne = ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1];
  return `${isOne ? 'line' : 'lines'} ${shown.join(', ')}${ranges.length > 6 ? ' and more' : ''}`;
}

/** Five words or more that end as a sentence does. */
const SPOKEN = /^[A-Z](?:[\w'’]| ){10,300}[.:!?]$/;

function isSpokenLine(line: string): boolean {
  const text = line.trim();
  return isSentence(text) || (SPOKEN.test(text) && text.split(' ').length >= 5);
}

function codeText({ language, lines: [from, to], text }: SectionMaterial['code'][number]): string {
  const rows = text.split('\n');
  const isLong = rows.length > CODE_LINES || text.length > CODE_LENGTH;
  // Reports have sentences in their blocks as well, and an article has none that is not its writer's.
  const isSpoken = language === 'text' && rows.some(isSpokenLine);
  if (isLong || isSpoken || rows.some(({ length }) => length > LINE_LENGTH)) {
    return `${DRAFT_MARK}: ${language} of ${rows.length} lines: SOURCE.md, lines ${from}-${to}; show what tells.`;
  }
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function listOf(
  section: SectionId,
  addresses: readonly string[],
  related: readonly string[],
): string[] {
  if (section === 'upstream' && addresses.length > 0) {
    return [
      addresses.map((url) => `- [${labelOf(url, addresses[0])}](${url}): ${DRAFT_MARK}`).join('\n'),
    ];
  }
  if (section === 'look-alikes' && related.length > 0) {
    return [related.map((slug) => `- [${slug}](../${slug}/): ${DRAFT_MARK}`).join('\n')];
  }
  return [];
}

const TRACKED = {
  issues: 'Issue',
  pull: 'PR',
  merge_requests: 'Merge request',
  discussions: 'Discussion',
} as const;

/** `Issue 6434`, with the repository where it is another than that of the first address. */
function labelOf(url: string, first: string | undefined): string {
  const item = trackerItem(url);
  // Nothing in it may be read as markup.
  if (!item) return upstreamLabel(url).replace(/[[\]\\`*_<>{}|]/g, (sign) => `\\${sign}`);
  const main = first === undefined ? undefined : trackerItem(first);
  const isMain = main?.owner === item.owner && main.repo === item.repo;
  return `${TRACKED[item.type]} ${item.number}${isMain ? '' : ` of ${item.owner}/${item.repo}`}`;
}
