import { readPaste, type PasteLine } from '../clean/read-paste.ts';
import { redact, type Redacted } from './redact.ts';
import { TRACEBACK_START } from '../../domain/text/traceback.ts';
import { truncate } from '../../domain/text/truncate.ts';

/** Lines that a report of an unknown error carries, and their length in all: they have to fit into an address. */
const MAX_LINES = 12;
const MAX_CHARACTERS = 2500;

/** What a line of an error says in whatever tool's words. */
const ERROR =
  /error|exception|fatal|fail|undefined|unresolved|cannot|can't|could not|not found|no such|panick|abort|segmentation|signal|\bSIG[A-Z]{3,4}\b|LNK\d|incompatible|mismatch|错误|失败|未找到|无法/i;

/**
 * What of a paste belongs into a report that its fault is not known: the last lines that speak of an error, in their
 * order, cleaned as the diagnosis reads them, and redacted.
 */
export function unknownErrorReport(paste: string): Redacted {
  const { lines } = readPaste(paste);
  const { text, removed } = redact(telling(lines).join('\n'));
  return {
    text: truncate(text, MAX_CHARACTERS),
    removed,
  };
}

/** Of a short paste every line. */
function telling(lines: readonly PasteLine[]): string[] {
  if (lines.length <= MAX_LINES) return lines.map(({ text }) => text);
  const last = lines.length - 1;
  return lines
    .filter(({ text }, at) => at === last || (ERROR.test(text) && !TRACEBACK_START.test(text)))
    .slice(-MAX_LINES)
    .map(({ text }) => text);
}
