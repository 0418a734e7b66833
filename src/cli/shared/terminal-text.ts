import type { Fix } from '../../domain/facts/fix-schema.ts';
import { oneLine, styleText } from './output.ts';
import { wrapText } from './wrap-text.ts';

/** Width of the text in columns. Commands and addresses are not wrapped, so that they can be copied. */
export const COLUMNS = 80;
export const INDENT = '  ';

/**
 * Wraps a text without styles, and indents each line.
 *
 * @param first begins the first line instead of the indentation, as the mark of a list item does; of the same length
 */
export function wrapped(text: string, indent = '', first = indent): string {
  return wrapText(text, COLUMNS - indent.length)
    .map((line, index) => (index === 0 ? first : indent) + line)
    .join('\n');
}

/**
 * Returns the first lines about a fault: its title, its fix, and the command of the fix.
 *
 * @param level what the answer says about the fault: `This is it`, `Crash`
 */
export function faultHead(
  level: string,
  { id, title, fix }: { id: string; title: string; fix: Fix | undefined },
): string[] {
  return [
    styleText('bold', wrapped(oneLine(`${level}: ${title} (${id})`))),
    ...(fix ? [wrapped(oneLine(fix.text), INDENT)] : []),
    ...(fix?.command === undefined ? [] : [commandLine(fix.command)]),
  ];
}

export const commandLine = (command: string) => INDENT.repeat(2) + styleText('green', command);

export const addressLine = (address: string) => INDENT + styleText('cyan', address);
