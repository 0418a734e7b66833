import { truncate } from '../domain/text/truncate.ts';

/** A request without a usable answer; the message is one line for the user. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** A request that failed, as commands report it. */
export interface Failure {
  /** Address or package that was requested. */
  what: string;
  why: string;
}

/** Returns the message of the innermost cause as one line. */
export function reasonOf(error: unknown): string {
  // fetch() reports "fetch failed" and hides the reason in `cause`; so do the libraries on top of it.
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error)
    innermost = innermost.cause;
  if (!(innermost instanceof Error)) return oneLine(String(innermost));
  return oneLine(
    innermost.message || ((innermost as NodeJS.ErrnoException).code ?? innermost.name),
  );
}

/** Makes untrusted text safe for one line of a terminal: no control characters, at most 160 characters. */
export function oneLine(text: string): string {
  return truncate(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 160);
}

/**
 * Reads the body of a response as text.
 *
 * @throws {RequestError} when it has more than `maxBytes`; the rest is not read
 */
export async function boundedText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let read = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    read += chunk.byteLength;
    if (read > maxBytes) throw new RequestError(`the answer is larger than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Parses JSON; returns `undefined` for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the UTC day of an ISO 8601 timestamp, such as `2026-11-21`; `undefined` for an invalid one. */
export function dayOf(time: string | null | undefined): string | undefined {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
