import type { z } from 'zod';
import { singleLine, strictMapping } from './field-schemas.ts';

/** Maximum lengths, in characters. A fix is one sentence; a command fits two lines of a terminal. */
const TEXT_LENGTH = 160;
const COMMAND_LENGTH = 160;

/** Matches a fix that says only to upgrade, without a release: `Upgrade Numba.`, `Update to the latest version`. */
const ONLY_UPGRADE =
  /^(?:upgrade|update)(?: [\w.-]+){0,2}?(?: to)?(?: (?:a|the))?(?: (?:newest|latest|newer|current|fixed))?(?: (?:version|release))?(?: of [\w.-]+)?\.?$/i;
const ONLY_UPGRADE_ZH =
  /^请?(?:升级|更新)[\s\w.-]{0,30}(?:到|至)?(?:最新|较新|新|已修复)?的?(?:版本|版)?。?$/;

/** The sentence that tells the reader what to do. */
export const fixText = singleLine(TEXT_LENGTH).refine(
  (text) => !ONLY_UPGRADE.test(text) && !ONLY_UPGRADE_ZH.test(text),
  { error: 'a sentence that names the release to upgrade to, or says what to do' },
);

const PRINTABLE_ASCII = /^[ -~]*$/;
const PROMPT = /^(?:\$|#|>|>>>|%|PS [A-Z]:\\?>|[A-Z]:\\[^ ]{0,80}>) /;
const PLACEHOLDER = /<[A-Za-z][\w -]{0,40}>|\.\.\.|\bYOUR_/;
const QUOTED = /"[^"]*"|'[^']*'/g;

/** Reports why a command cannot be pasted into a shell as it is; `undefined` if it can. */
function pastingProblem(command: string): string | undefined {
  if (!PRINTABLE_ASCII.test(command)) return 'a command in printable ASCII, with straight quotes';
  if (PROMPT.test(command)) return 'a command without a prompt';
  if (PLACEHOLDER.test(command)) return 'a command without placeholders, or no command';
  const unquoted = command.replace(QUOTED, '');
  if (/["']/.test(unquoted)) return 'a command whose quotes are closed';
  if (/[<>]/.test(unquoted)) return 'a command with version bounds in double quotes: "numpy<2"';
  const quoted = command.match(QUOTED) ?? [];
  if (quoted.some((part) => part.startsWith("'") && /[<>]/.test(part)))
    return 'a command with version bounds in double quotes, which every shell accepts: "numpy<2"';
  return undefined;
}

const fixCommand = singleLine(COMMAND_LENGTH).superRefine((command, { addIssue }) => {
  const message = pastingProblem(command);
  if (message !== undefined) addIssue({ code: 'custom', message });
});

/** Schema of the fix of a fault. */
export const fixSchema = strictMapping({
  text: fixText.describe('What to do, in one sentence with exact versions.'),
  command: fixCommand
    .optional()
    .describe('The command to copy, one line; absent if the reader has to fill in a name.'),
});

/** Schema of the fix in a translation, which inherits the command. */
export const translatedFixSchema = strictMapping({
  text: fixText.describe('The sentence in the language of the translation.'),
});

/** A fix in one language. */
export type Fix = z.infer<typeof fixSchema>;
