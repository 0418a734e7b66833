import { cleanLine, stripTerminalSequences } from '../../src/diagnosis/clean/clean-line.ts';
import { neutralize, type Replacements } from './neutral-paths.ts';

/** At most 400 UTF-16 units, to the last space if there is one. */
const PIECE = /\S(?:.{0,398}\S(?=\s|$)|.{0,399})/g;

/** Drawn again and again on one line: progress bars, spinners and counters of downloads and builds. */
const PROGRESS = /[━╸█▏]{2}|\d%\||^\s*[-\\|/]\s*$|\bB\/s\b|^Building \[=*>? *\]/;

/** Replaced in this order. Longer forms precede those that they contain. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/\b0x[\da-f]+\b/gi, '<address>'],
  [/\bh?[\da-f]{16,64}\b/gi, '<hash>'],
  // The last two parts of a path say which file it is: numpy/__init__.py.
  [
    /(?<![\w.>/])(?:[A-Za-z]:)?(?:[/\\][\w.+@~=-]+)+(?=[/\\][\w.+@~=-]+[/\\][\w.+@~=-]+)/g,
    '<path>',
  ],
  [/(?<![\d.])\d+(?:\.\d+)+(?:[._+-]?(?:rc|post|dev|a|b)\d+)*(?:\+[\w.]+)?\b/g, '<version>'],
  [/(?<![\w.<])\d+(?:\.\d+)?(?=m?s\b|\b)/g, '<n>'],
];

/** True for a line that shows progress and says nothing else. */
export function isProgress(line: string): boolean {
  return PROGRESS.test(line);
}

/**
 * Reduces a line to what it has in common with lines of the same kind: cleaned as a paste is, with placeholders for
 * numbers, versions, addresses, hashes and the first parts of paths. Names are kept.
 *
 * @returns an empty text for a line without words
 */
export function toTemplate(line: string): string {
  let template = cleanLine(line).replace(/\s+/g, ' ');
  for (const [pattern, placeholder] of PLACEHOLDERS) {
    template = template.replace(pattern, placeholder);
  }
  return /[a-z]{2}/i.test(template.replace(/<\w+>/g, '')) ? template : '';
}

/** Counts the lines of each template, and keeps the first line of each as an example. */
export function countTemplates(lines: readonly string[], replacements: Replacements) {
  const counts = new Map<string, { lines: number; example: string }>();
  for (const line of lines) {
    if (isProgress(line)) continue;
    for (const example of pieces(neutralize(stripTerminalSequences(line), replacements).trim())) {
      const template = toTemplate(example);
      if (template === '') continue;
      const counted = counts.get(template);
      if (counted) counted.lines++;
      else counts.set(template, { lines: 1, example });
    }
  }
  return counts;
}

/** Splits a long line at spaces, such as the list of extension modules that faulthandler prints. */
function pieces(line: string): string[] {
  return line.match(PIECE) ?? [];
}
