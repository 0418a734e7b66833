import { findProgram } from './find-program.ts';

/**
 * Returns the path of this machine's Chromium: `CHROMIUM_PATH`, or one in the search path;
 * `undefined` if there is none, so that Playwright takes its own.
 */
export function chromiumPath(): string | undefined {
  return (
    process.env['CHROMIUM_PATH'] ??
    findProgram([
      // First, since it needs less than half the processor time of the whole browser.
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ])
  );
}
