import { readPaste, type PasteLine } from '../clean/read-paste.ts';
import { redact, type Redacted } from './redact.ts';
import { TRACEBACK_START } from '../../domain/text/traceback.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** Maximum number of lines of a report and their total length: they have to fit into an address. */
const MAX_LINES = 12;
const MAX_CHARACTERS = 2500;

/** Words of an error in any tool. */
const ERROR =
  /error|exception|fatal|fail|undefined|unresolved|cannot|can't|could not|not found|no such|panick|abort|segmentation|signal|\bSIG[A-Z]{3,4}\b|LNK\d|incompatible|mismatch|错误|失败|未找到|无法/i;

/**
 * Extracts from a paste what belongs in a report of an unknown error: the last lines about an error, cleaned and
 * redacted.
 */
export function unknownErrorReport(paste: string): Redacted {
  const { lines } = readPaste(paste);
  const { text, removed } = redact(errorLines(lines).join('\n'));
  return {
    text: truncate(text, MAX_CHARACTERS),
    removed,
  };
}

/** Returns every line of a short paste. */
function errorLines(lines: readonly PasteLine[]): string[] {
  if (lines.length <= MAX_LINES) return lines.map(({ text }) => text);
  const last = lines.length - 1;
  return lines
    .filter(
      ({ text }, index) => index === last || (ERROR.test(text) && !TRACEBACK_START.test(text)),
    )
    .slice(-MAX_LINES)
    .map(({ text }) => text);
}
