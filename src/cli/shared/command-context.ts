import process from 'node:process';
import type { Readable } from 'node:stream';
import { isSafeAddress } from '../../domain/addresses/safe-address.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

/** Dependencies of every command, injected so tests can replace them. */
export interface BaseContext {
  /** Folder that relative paths start from; the project's root, but for `known-faults`. */
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
}

/** Dependencies of a command that answers from the articles. */
export interface KnowledgeContext<Knowledge> extends BaseContext {
  /** In a clone built from the articles, in the published package read from a file. */
  loadKnowledge: (locale?: Locale) => Promise<Knowledge>;
}

/** Dependencies of a command that depends on the date and may be interrupted while it waits for a server or the user. */
export interface CommandContext extends BaseContext {
  /** Current day in UTC: `2026-11-21`. */
  today: string;
  /** Aborts pending requests; results so far are kept. */
  signal: AbortSignal;
  /** Back-off unit in ms: 1000; tests use 1. */
  second: number;
}

/** Returns the dependencies that this process provides; relative paths start from its working directory. */
export function baseContext(): BaseContext {
  const { env, stdin, stdout, stderr } = process;
  return {
    root: process.cwd(),
    env,
    stdin,
    stdout: new Output(stdout),
    stderr: new Output(stderr),
  };
}

/** Returns `baseContext()` with today's date and a signal that the first Ctrl-C or SIGTERM aborts. */
export function processContext(): CommandContext {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const today = new Date().toISOString().slice(0, 10);
  return { ...baseContext(), today, signal: stop.signal, second: 1000 };
}

/** Returns the User-Agent header; GitHub and crates.io require one. `SITE_URL` tells them where to find us. */
export function userAgent({ env }: BaseContext): string {
  const site = env['SITE_URL'];
  return site ? `known-faults (${site})` : 'known-faults';
}

/**
 * Returns the base address in an environment variable, without a trailing slash.
 *
 * @param name of the variable
 * @param fallback used when the variable is unset or empty
 * @throws {UsageError} for anything but https, since a token may be sent there; loopback hosts may use http
 */
export function baseAddress({ env }: BaseContext, name: string, fallback: string): string {
  const text = env[name] || fallback;
  if (!isSafeAddress(text))
    throw new UsageError(`${name}: found ${text}; allowed: an https address.`);
  return text.replace(/\/$/, '');
}
