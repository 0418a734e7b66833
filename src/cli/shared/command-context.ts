import process from 'node:process';
import type { Writable } from 'node:stream';
import { UsageError } from './usage-error.ts';

/** What a command finds around it; a test brings its own. */
export interface CommandContext {
  /** The project's root folder. */
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  /** The day on which it runs, in UTC: `2026-11-21`. */
  today: string;
  /** Ends the asking; what is known by then is kept. */
  signal: AbortSignal;
  /** Milliseconds that a second of waiting takes: 1000, but for a test. */
  second: number;
}

/** The world of a command that somebody runs. Ctrl-C and the end of a job's time end it in good order. */
export function processContext(): CommandContext {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { env, stdout, stderr } = process;
  const today = new Date().toISOString().slice(0, 10);
  return { root: process.cwd(), env, stdout, stderr, today, signal: stop.signal, second: 1000 };
}

/** Whom we say we are, as GitHub and crates.io ask of programs; `SITE_URL` is where to find us. */
export function userAgent({ env }: CommandContext): string {
  const site = env['SITE_URL'];
  return site ? `known-faults (${site})` : 'known-faults';
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * An address that the caller may set, without the slash at its end.
 *
 * @throws BadUse for anything but https: a token may go there. On the same machine http is enough
 */
export function baseAddress({ env }: CommandContext, name: string, usual: string): string {
  const text = env[name] || usual;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!isSafe) throw new UsageError(`${name}: found ${text}; needed an https address.`);
  return text.replace(/\/$/, '');
}
