import { existsSync } from 'node:fs';
import path from 'node:path';

/** The headless shell comes first: it needs less than half the processor time of the whole browser. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * Returns the path of this machine's Chromium: `CHROMIUM_PATH`, or the first one in the search path;
 * `undefined` if there is none, so that Playwright takes its own.
 */
export function chromiumPath(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return PATH.split(path.delimiter)
    .flatMap((dir) => NAMES.map((name) => path.join(dir, name)))
    .find((file) => existsSync(file));
}
