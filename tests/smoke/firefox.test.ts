import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { dist } from '../support/built-site.ts';
import { findProgram } from '../support/find-program.ts';

let server: Server;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  const executablePath = process.env['FIREFOX_PATH'] ?? findProgram(['firefox', 'firefox-esr']);
  if (executablePath === undefined) throw new Error('No Firefox found; set FIREFOX_PATH.');
  server = await serve({ dir: dist, port: 0 });
  browser = await puppeteer.launch({ browser: 'firefox', executablePath });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});

afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
});

async function open(path: string): Promise<void> {
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${path}`);
}

async function paste(text: string): Promise<void> {
  await page.$eval(
    '[data-box]',
    (box, value) => {
      (box as HTMLTextAreaElement).value = value;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

const textOf = async (selector: string) =>
  (await page.waitForSelector(selector, { visible: true }))?.evaluate(({ textContent }) =>
    textContent?.trim(),
  );

test('one line of an error is diagnosed', async () => {
  await open('/');
  await paste('Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 20311)');
  expect(await textOf('.finding .id')).toBe('KF-0001');
});

test('a whole log is diagnosed', async () => {
  await open('/');
  await paste(
    [
      'Collecting halve',
      'Traceback (most recent call last):',
      '  File "build_module.py", line 21, in <module>',
      '    cc.compile()',
      "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!",
      'ERROR: Failed building wheel for halve',
    ].join('\n'),
  );
  expect(await textOf('.finding .id')).toBe('KF-0003');
});

test('an unrelated error is reported as unknown', async () => {
  await open('/');
  await paste('Traceback (most recent call last):\n  File "views.py", line 88\nKeyError: 1');
  expect(await textOf('[data-unknown]')).toBeTruthy();
  expect(await page.$('.finding')).toBeNull();
});

test('links lead from the home page through a project to an article', async () => {
  await open('/');
  const follow = (selector: string) =>
    Promise.all([page.waitForNavigation(), page.click(selector)]);
  await follow('.tiles a[href$="/projects/cython/"]');
  await follow('section[aria-labelledby="crash"] a[href*="walrus-acquisition-count"]');
  expect(await textOf('.message')).toContain('Acquisition count is -1');
});
