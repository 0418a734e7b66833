import type { SectionId } from '../domain/facts/sections.ts';
import { isOutput } from './reading/output-lines.ts';
import type { PlacedCode, Reading, ReadLine } from './reading/reading.ts';
import { sectionOfRole } from './reading/roles.ts';

/** What a source has for a section. */
export interface SectionMaterial {
  /** Ranges of lines of the source, both ends included. */
  lines: [number, number][];
  code: { language: string; lines: [number, number]; text: string }[];
}

export type Material = Partial<Record<SectionId, SectionMaterial>>;

/** What a source has for each section of an article. */
export function materialOf({ lines, code, clutter }: Reading): Material {
  const between = new Set(clutter.map(({ number }) => number));
  const material: Material = {};
  const of = (section: SectionId) => (material[section] ??= { lines: [], code: [] });
  for (const line of lines) {
    const { number, isHeading } = line;
    const section = sectionOfLine(line);
    if (!section || isHeading) continue;
    const ranges = of(section).lines;
    const last = ranges.at(-1);
    if (last && isNear(last[1], number, between)) last[1] = number;
    else ranges.push([number, number]);
  }
  for (const block of code) {
    of(sectionOf(block)).code.push({
      language: block.language,
      lines: [block.from, block.to],
      text: block.text,
    });
  }
  return material;
}

/** True for two lines that are shown together: nothing but blanks and code between them. */
function isNear(from: number, to: number, clutter: ReadonlySet<number>): boolean {
  if (to - from > 3) return false;
  for (let line = from + 1; line < to; line++) if (clutter.has(line)) return false;
  return true;
}

/** A shorter answer says thank you, or that the bot is wrong. */
const MIN_LENGTH = 60;

/** Where a line of prose belongs, by the heading above it or by what it says; `undefined` for mere talk. */
export function sectionOfLine(line: ReadLine): SectionId | undefined {
  const { role, topic, voice, heading, text } = line;
  if (role) return sectionOfRole[role];
  if (voice === 'author') {
    // A report without headings tells what happens; below a heading of his own words somebody explains.
    return topic ? sectionOfRole[topic] : heading === undefined ? 'what-you-see' : 'cause';
  }
  if (topic) return sectionOfRole[topic];
  return voice !== 'other' && text.length >= MIN_LENGTH ? 'cause' : undefined;
}

/** A command that changes what is installed. */
const INSTALLS =
  /^[ \t]{0,8}(?:[$%!] ?)?(?:sudo )?(?:python[\d.]{0,4} -m )?(?:pip[\d.]{0,3}|pipx|uv|conda|mamba|poetry|apt(?:-get)?|brew) (?:install|uninstall|add|update|upgrade|pin)\b|^[ \t]{0,8}(?:RUN|ENV) \S/m;

/** Output belongs to what one sees, wherever it stands; other code to the part it stands in. */
function sectionOf({ role, language, voice, text }: PlacedCode): SectionId {
  const isSeen = role === 'symptom' || role === 'background';
  const isShown = language === 'message' || (isSeen && (language === 'text' || isFailure(text)));
  if (isShown && role !== 'look-alikes') return 'what-you-see';
  if (role !== undefined && role !== 'symptom' && role !== 'background') return sectionOfRole[role];
  if (INSTALLS.test(text) || language === 'dockerfile') return 'what-to-do';
  if (language === 'toml' || language === 'bash' || language === 'console') {
    return role === undefined && voice === 'author' ? 'reproduce' : 'what-to-do';
  }
  return 'reproduce';
}

/** Lines of a block that tell whether something failed. */
const LINES_READ = 60;

/** True for a session in which something failed. */
function isFailure(text: string): boolean {
  return text.split('\n', LINES_READ).some((line) => isOutput(line.trim()));
}
