import { truncate } from '../domain/text/truncate.ts';

/** No answer, or one that cannot be used; the message is one line for people. */
export class RequestError extends Error {
  override readonly name = 'AskError';
}

/** Why something could not be asked, in one line without a stack. */
export function reasonOf(error: unknown): string {
  // fetch() says "fetch failed" and keeps the reason for itself, as do those who call it.
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error)
    innermost = innermost.cause;
  if (!(innermost instanceof Error)) return oneLine(String(innermost));
  return oneLine(
    innermost.message || ((innermost as NodeJS.ErrnoException).code ?? innermost.name),
  );
}

/** Strangers' text for one line of a terminal: without control characters, cut to a readable length. */
export function oneLine(text: string): string {
  return truncate(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 160);
}

/**
 * The body of an answer as text.
 *
 * @throws AskError when it is larger than `max` bytes; what follows is not read
 */
export async function boundedText(response: Response, max: number): Promise<string> {
  const decoder = new TextDecoder();
  let read = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    read += chunk.byteLength;
    if (read > max) throw new RequestError(`the answer is larger than ${max} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** @returns `undefined` for what is no JSON */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The UTC day of a time stamp as APIs write it; `undefined` for what is none. */
export function dayOf(time: string | null | undefined): string | undefined {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
