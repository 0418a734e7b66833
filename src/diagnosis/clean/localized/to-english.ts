import { endedProcessToEnglish } from './ended-process.ts';
import { LOCALIZED_MESSAGES } from './localized-messages.ts';
import { mayBeLocalized } from './may-be-localized.ts';
import { MessageMatcher } from './message-matcher.ts';
import { msvcKindsToEnglish } from './msvc-kinds.ts';
import { windowsErrorsToEnglish } from './windows-errors.ts';

/** Longer lines are data, not messages (chosen). In UTF-16 units. */
const MAX_LINE_LENGTH = 20_000;

/** Messages in arguments of messages: `cannot find %1: No such file or directory` is two deep. */
const MAX_DEPTH = 2;

let matcher: MessageMatcher | undefined;

/** Returns the line with each localized message replaced by its English wording, or `undefined` if it has none. */
export function toEnglish(line: string): string | undefined {
  if (line.length > MAX_LINE_LENGTH || !mayBeLocalized(line)) return undefined;
  const ended = endedProcessToEnglish(line);
  const prepared = msvcKindsToEnglish(windowsErrorsToEnglish(ended) ?? ended);
  return translate(prepared, MAX_DEPTH) ?? (prepared === line ? undefined : prepared);
}

function translate(line: string, depth: number): string | undefined {
  matcher ??= readMessages(LOCALIZED_MESSAGES);
  const matches = matcher.find(line);
  if (matches.length === 0) return undefined;
  let result = '';
  let end = 0;
  for (const match of matches) {
    const values = match.values.map((value) =>
      depth > 0 ? (translate(value, depth - 1) ?? value) : value,
    );
    result = join(result, toAsciiPunctuation(line.slice(end, match.start)));
    const english = match.english.replace(/%(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
    result = join(result, english, true);
    end = match.end;
  }
  return join(result, toAsciiPunctuation(line.slice(end)));
}

/** Joins two parts of a line with the space that English has and Chinese has not. */
function join(left: string, right: string, isMessage = false): string {
  const needsSpace = isMessage
    ? /[^\s(['"]$/.test(left)
    : /[\p{L}\d):]$/u.test(left) &&
      (/^[\p{L}\d]/u.test(right) || /:$/.test(left)) &&
      /^\S/.test(right);
  return needsSpace && left !== '' && right !== '' ? `${left} ${right}` : left + right;
}

const PUNCTUATION: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/[‘’‚‛“”„‟«»‹›「」『』＂＇]/g, "'"],
  [/：\s*(?=\S)/g, ': '],
  [/':(?=\w)/g, "': "],
  [/：/g, ':'],
  [/，/g, ', '],
  [/；/g, '; '],
  [/。(?=\S)/g, '. '],
  [/。/g, '.'],
  [/（/g, ' ('],
  [/）/g, ')'],
  // French has a space before a colon.
  [/'[ \u00a0\u202f]:/g, "':"],
];

function toAsciiPunctuation(text: string): string {
  return PUNCTUATION.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}

/** Reads the rows of `LOCALIZED_MESSAGES`. */
function readMessages(text: string): MessageMatcher {
  const read = new MessageMatcher();
  const [english = '', ...languages] = text.split('\n\n');
  const wordings = english.split('\n');
  for (const language of languages) {
    language.split('\n').forEach((row, index) => {
      for (const localized of row.split('\t')) {
        if (localized !== '-') read.add(wordings[index] ?? '', localized);
      }
    });
  }
  return read;
}
