import { stripVTControlCharacters } from 'node:util';

/** Where an expected text and an output differ. */
export interface Difference {
  /** First expected line that was not printed where it belongs. */
  expected: string;
  /** The line in its place; `undefined` if the output ends before. */
  printed: string | undefined;
}

/** Parts of output that differ from run to run: addresses, durations, random names of temporary folders. */
const VARYING = [
  /\b0x[0-9a-f]{1,16}\b/gi,
  /\b(?:\d{1,4}h ?)?(?:\d{1,4}m ?)?\d{1,9}(?:\.\d{1,9})? ?(?:ms|s|seconds)\b/g,
  /\btmp[a-z0-9_]{8}\b/g,
  /\bpip-(?:install|build-env|req-build|ephem-wheel-cache|wheel|modern-metadata|unpack)-[a-z0-9_]{8}\b/g,
];

/** Stands for a varying part on both sides. */
const VARIED = '\ufffc';

const PLACEHOLDER = /<[A-Za-z][\w -]{0,38}>|\.\.\./;

/** A line of this stands for any number of lines. */
const ELLIPSIS = '...';

/** An expected line: the texts between its placeholders. */
interface ExpectedLine {
  text: string;
  parts: readonly string[];
}

/**
 * Compares an output with a text that it should contain as consecutive lines. All lines may be indented by more than in
 * the text, as in pip's boxes.
 *
 * @param varies parts of the text that stand for any other
 * @returns `undefined` if the output contains the text
 */
export function compareOutput(
  expected: string,
  output: string,
  varies: readonly string[] = [],
): Difference | undefined {
  const segments = toSegments(normalizedLines(expected), varies);
  const lines = normalizedLines(output);
  let from = 0;
  for (const segment of segments) {
    const start = findSegment(segment, lines, from);
    if (start < 0) return difference(segment, lines, from);
    from = start + segment.length;
  }
  return undefined;
}

const withoutVarying = (text: string) =>
  VARYING.reduce((rest, pattern) => rest.replace(pattern, VARIED), text);

/** Returns the lines without what terminals and machines add, blank lines at both ends, and trailing spaces. */
function normalizedLines(text: string): string[] {
  return withoutVarying(stripVTControlCharacters(text))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
}

/** Splits the expected lines where any number of lines may be. */
function toSegments(lines: readonly string[], varies: readonly string[]): ExpectedLine[][] {
  const segments: ExpectedLine[][] = [[]];
  const varying = varies.map(withoutVarying);
  for (const line of lines) {
    if (line.trim() === ELLIPSIS) segments.push([]);
    else segments.at(-1)?.push({ text: line, parts: partsOf(line, varying) });
  }
  return segments.filter((segment) => segment.length > 0);
}

function partsOf(line: string, varies: readonly string[]): string[] {
  return varies
    .reduce((parts, text) => parts.flatMap((part) => part.split(text)), [line])
    .flatMap((part) => part.split(PLACEHOLDER));
}

function findSegment(
  segment: readonly ExpectedLine[],
  lines: readonly string[],
  from: number,
): number {
  for (let start = from; start + segment.length <= lines.length; start++) {
    if (matchedLines(segment, lines, start) === segment.length) return start;
  }
  return -1;
}

/** Returns how many lines of a segment are printed from a line on. */
function matchedLines(
  segment: readonly ExpectedLine[],
  lines: readonly string[],
  start: number,
): number {
  const first = lines[start] ?? '';
  const indent = extraIndent(segment[0]?.text ?? '', first);
  const count = segment.findIndex((expected, index) => {
    const line = lines[start + index];
    return line === undefined || !isLine(expected, withoutIndent(line, indent));
  });
  return count < 0 ? segment.length : count;
}

/** Returns what a printed line has before the first character of an expected one. */
function extraIndent(expected: string, line: string): string {
  const width =
    line.length - line.trimStart().length - (expected.length - expected.trimStart().length);
  return line.slice(0, Math.max(width, 0));
}

const withoutIndent = (line: string, indent: string) =>
  line.startsWith(indent) ? line.slice(indent.length) : line;

/** Linear: the first occurrence of a part leaves most room for the next one. */
function isLine({ text, parts }: ExpectedLine, line: string): boolean {
  if (text === line) return true;
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined || !line.startsWith(first)) return false;
  let end = first.length;
  for (const part of rest) {
    const index = line.indexOf(part, end);
    if (index < 0) return false;
    end = index + part.length;
  }
  return line.length - last.length >= end && line.endsWith(last);
}

/** Finds the place where most of a segment is printed. */
function difference(
  segment: readonly ExpectedLine[],
  lines: readonly string[],
  from: number,
): Difference {
  let best = { start: from, count: 0 };
  for (let start = from; start < lines.length; start++) {
    const count = matchedLines(segment, lines, start);
    if (count > best.count) best = { start, count };
  }
  const expected = segment[best.count]?.text ?? '';
  // If not even the first line is printed, no line is in its place.
  const printed = best.count === 0 ? undefined : lines[best.start + best.count];
  return { expected: shown(expected), printed: printed === undefined ? undefined : shown(printed) };
}

const shown = (line: string) => line.replaceAll(VARIED, '…');
