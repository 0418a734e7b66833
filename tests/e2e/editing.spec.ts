import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { root } from '../support/built-site.ts';
import { projectCopy } from '../support/project-copy.ts';
import { symptoms } from '../../src/domain/vocabulary.ts';
import { openInEditor } from '../support/language-server.ts';

// A writer at work: a dev server over a copy of the small library, files that change below it.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';
const DEMO = 'content/projects/demo.yaml';

let workshop: string;
let server: ChildProcess;
let origin: string;
let log = '';

test.beforeAll(async () => {
  workshop = projectCopy(path.join(root, 'tests/fixtures/library/content'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const args = ['dev', '--port', String(port)];
  server = spawn(path.join(root, 'node_modules/.bin/astro'), args, {
    cwd: workshop,
    env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  server.stdout?.on('data', (chunk) => (log += chunk));
  server.stderr?.on('data', (chunk) => (log += chunk));
  await expect.poll(() => log, { timeout: 120_000 }).toContain('watching for file changes');
});

test.afterAll(() => {
  server.kill();
  rmSync(workshop, { recursive: true });
});

const PATIENT = { timeout: 60_000 };

test.use({ actionTimeout: 60_000, navigationTimeout: 60_000 });

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Changes a file as an editor does, and gives what undoes it. */
function edit(file: string, from: string, to: string): () => void {
  const target = path.join(workshop, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
  return () => writeFileSync(target, text);
}

/** Until Vite's client has reached the server, a page does not hear of changes: nobody edits as fast as that. */
const listening = (page: Page) =>
  page.waitForEvent('console', {
    predicate: (line) => line.text().includes('[vite] connected.'),
    ...PATIENT,
  });

/** Opens a page and waits until it hears of changes. */
async function open(page: Page, address: string): Promise<void> {
  const listens = listening(page);
  await page.goto(`${origin}${address}`);
  await listens;
}

/** Changes a file while its page is open, and waits until the page has been loaded anew. */
async function editInView(page: Page, file: string, from: string, to: string): Promise<() => void> {
  const listens = listening(page);
  const mend = edit(file, from, to);
  await listens;
  return mend;
}

/** What the overlay says above the code. */
const message = (page: Page) => page.locator('vite-error-overlay #message-content');

test('a broken article says in its page what is wrong, and comes back when it is mended', async ({
  page,
}) => {
  await open(page, '/articles/demo-crash/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importing demo crashes');

  const mend = await editInView(
    page,
    CRASH,
    'platforms: [linux, windows]',
    'platforms: [linux, window]',
  );
  await expect(message(page)).toHaveText(
    '1 problem in content/ content/articles/demo-crash/en.mdx:8 platforms[1]: found "window"; allowed: linux, macos, windows',
    PATIENT,
  );
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay.locator('#code header')).toContainText('demo-crash/en.mdx:8');
  await expect(overlay.locator('.error-line')).toContainText('platforms: [linux, window]');
  await expect(overlay.locator('#stack')).not.toContainText(/\.(?:ts|js|mjs|astro)\b/);

  mend();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Importing demo crashes',
    PATIENT,
  );
  await expect(overlay).toHaveCount(0);
});

test('a draft is shown with what is left to do, which the build would refuse', async ({ page }) => {
  await open(page, '/articles/demo-crash/');
  const mend = await editInView(
    page,
    CRASH,
    'status: fixed',
    'status: fixed # check: read in a comment',
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importing demo crashes');
  const left = page.locator('details.notice');
  await left.getByText('Draft: 1 item to finish before this article can be published').click();
  await expect(left.getByRole('listitem')).toHaveText(
    'content/articles/demo-crash/en.mdx:11 status: found "fixed", marked # check; allowed: the value confirmed upstream, without the mark (read in a comment)',
  );
  mend();
  await expect(left).toHaveCount(0, PATIENT);
});

test('the rest of the site goes on meanwhile', async ({ page }) => {
  await open(page, '/articles/demo-crash/');
  const mend = await editInView(page, CRASH, 'Upgrade.', 'Upgrade {now}.');
  await expect(message(page)).toContainText(
    'demo-crash/en.mdx:32 text: found the expression "{now}"',
    PATIENT,
  );
  await open(page, '/articles/');
  await expect(page.locator('main')).toContainText('demo.wait never returns');
  await expect(page.locator('main')).not.toContainText('Importing demo crashes');
  mend();
  await expect(page.locator('main')).toContainText('Importing demo crashes', PATIENT);
});

test('a broken translation breaks the page in its language alone', async ({ page }) => {
  await open(page, '/zh/articles/demo-hang/');
  const mend = await editInView(page, HANG_ZH, "source: '000000000000'", 'source: abc');
  await expect(message(page)).toContainText(
    'demo-hang/zh.mdx:4 source: found "abc"; allowed: 12 hexadecimal digits',
    PATIENT,
  );
  await page.goto(`${origin}/articles/demo-hang/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('demo.wait never returns');
  mend();
});

test('a broken project says so on every page that needs it', async ({ page }) => {
  await open(page, '/articles/');
  const mend = await editInView(page, DEMO, 'name: Demo\n', 'name: [Demo]\n');
  await expect(message(page)).toContainText(
    'content/projects/demo.yaml:1 name: found ["Demo"]; allowed: text',
    PATIENT,
  );
  mend();
  await expect(page.locator('main')).toContainText('Importing demo crashes', PATIENT);
});

test('diagnosis follows a signature that is edited', async ({ page }) => {
  const paste = 'quillwork: spool 7 of the loom is tangled';
  const ids = page.locator('.finding .id');
  await page.goto(`${origin}/`);
  await page.locator('[data-box]').fill(paste);
  await expect(page.locator('[data-unknown]:not([hidden])')).toHaveCount(1, PATIENT);
  await expect(ids).toHaveCount(0);

  const mend = edit(
    CRASH,
    'Fatal Python error: demo is broken (line <n>)',
    'quillwork: spool <n> of the loom is tangled',
  );
  await expect(async () => {
    await page.goto(`${origin}/`);
    await page.locator('[data-box]').fill(paste);
    await expect(ids.first()).toHaveText('KF-9001', { timeout: 10_000 });
  }).toPass(PATIENT);
  mend();
});

test('full text follows a text that is edited', async ({ page }) => {
  const mend = edit(CRASH, 'Upgrade.', 'Upgrade the spindleshanks.');
  await expect(async () => {
    await page.goto(`${origin}/search/?q=spindleshanks`);
    await expect(page.locator('[data-list] .id')).toHaveText(['KF-9001'], { timeout: 10_000 });
  }).toPass(PATIENT);
  mend();
});

test('an editor completes the facts in front matter and underlines what may not stand there', async () => {
  const editor = await openInEditor(workshop, CRASH, (text) =>
    text.replace('symptom: crash', 'symptom: ').replace('status: fixed', 'status: finished'),
  );
  expect(await editor.completionsBehind('symptom: ')).toEqual([...symptoms]);
  expect(await editor.completionsBehind('builds: [')).toContain('free-threaded');
  expect((await editor.problems()).join('\n')).toMatch(/Valid values: .*"fixed"/);
  editor.close();
});
