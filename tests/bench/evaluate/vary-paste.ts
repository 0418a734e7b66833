import { createRandom, type Random } from '../../support/random.ts';

/** The ways in which people change a message on its way from a program to a text box. */
export const variations = {
  'as printed': (paste: string) => paste,
  'in a box of pip': (paste: string) => eachLine(paste, (line) => `      │ ${line}`),
  'in a log of Docker': (paste: string, random: Random) =>
    eachLine(paste, (line) => `#12 ${random.integer(1, 90)}.${random.integer(10, 99)} ${line}`),
  'in a log of GitHub Actions': (paste: string) =>
    eachLine(paste, (line) => `2026-03-02T10:21:07.1234567Z ${line}`),
  'in a report of pytest': (paste: string) => eachLine(paste, (line) => `E   ${line}`),
  'in color': (paste: string) => eachLine(paste, (line) => `\u001b[1;31m${line}\u001b[0m`),
  'with curly quotes': (paste: string) => paste.replace(/'([^'\n]*)'/g, '‘$1’'),
  'with escaped line ends': (paste: string) =>
    `RuntimeError('${paste.replaceAll('\n', String.raw`\n`)}')`,
  'wrapped at 80 columns': (paste: string) => eachLine(paste, wrapAt80),
  'with other numbers': (paste: string, random: Random) =>
    paste.replace(/\b\d+\b/g, (digits) => String(random.integer(1, 10 ** digits.length))),
  'in another folder': (paste: string) =>
    paste.replace(/(?:\/[\w.+-]+){2,}\//g, '/srv/jobs/build 7/').replace(/\bhome\b/g, 'srv'),
  'its last lines only': (paste: string) => paste.split('\n').slice(-3).join('\n'),
} satisfies Record<string, (paste: string, random: Random) => string>;

export type Variation = keyof typeof variations;

/** Returns a paste with each variation; the same paste gives the same results. */
export function varied(paste: string): { variation: Variation; text: string }[] {
  return Object.entries(variations).map(([name, vary]) => ({
    variation: name as Variation,
    text: vary(paste, createRandom(paste.length)),
  }));
}

/** Returns a paste in the middle of ordinary lines. */
export function amongOrdinaryLines(paste: string, ordinary: readonly string[]): string {
  const random = createRandom(paste.length);
  const noise = () => Array.from({ length: 150 }, () => random.pick(ordinary));
  return [...noise(), paste, ...noise()].join('\n');
}

function eachLine(paste: string, change: (line: string) => string): string {
  return paste.split('\n').map(change).join('\n');
}

const COLUMNS = 80;

/** Breaks a line where a terminal does: in the middle of a word. */
function wrapAt80(line: string): string {
  const rows: string[] = [];
  for (let start = 0; start < line.length; start += COLUMNS) {
    rows.push(line.slice(start, start + COLUMNS));
  }
  return rows.join('\n');
}
