import type { ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { symptoms } from '../../src/domain/vocabulary.ts';
import { copyProject, startAstro } from '../support/astro-project.ts';
import { openInEditor } from '../support/language-server.ts';
import { FIXTURE_LIBRARY } from '../support/root.ts';

// One dev server over a copy of the fixture library. Each test edits a file and restores it.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

// A dev server compiles each page when it is first opened, which takes long on a busy machine.
test.use({ actionTimeout: 60_000, navigationTimeout: 60_000 });
const expectSoon = expect.configure({ timeout: 60_000 });

const CRASH = 'content/articles/demo-crash/en.mdx';
const HANG_ZH = 'content/articles/demo-hang/zh.mdx';
const DEMO = 'content/projects/demo.yaml';

let project: string;
let server: ChildProcess;
let origin: string;

test.beforeAll(async () => {
  project = copyProject(path.join(FIXTURE_LIBRARY, 'content'));
  // The server takes the next free port, and prints its address.
  server = startAstro(['dev', '--port', '4870'], { cwd: project });
  let log = '';
  server.stdout?.on('data', (chunk) => (log += chunk));
  server.stderr?.on('data', (chunk) => (log += chunk));
  await expect.poll(() => log, { timeout: 120_000 }).toContain('watching for file changes');
  origin = /http:\/\/localhost:\d+/.exec(log)?.[0] ?? '';
});

test.afterAll(() => {
  server.kill();
  rmSync(project, { recursive: true });
});

/** Replaces a text in a file and returns a function that restores the file. */
function edit(file: string, from: string, to: string): () => void {
  const target = path.join(project, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
  return () => writeFileSync(target, text);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The message of Vite's error overlay. */
const message = (page: Page) => page.locator('vite-error-overlay #message-content');

test('a broken article shows its problem on its page until it is fixed', async ({ page }) => {
  await page.goto(`${origin}/articles/demo-crash/`);
  await expectSoon(heading(page)).toHaveText('Importing demo crashes');

  const restore = edit(CRASH, 'platforms: [linux, windows]', 'platforms: [linux, window]');
  await expectSoon(message(page)).toHaveText(
    '1 problem in content/ content/articles/demo-crash/en.mdx:8 platforms[1]: found "window"; allowed: linux, macos, windows',
  );
  const overlay = page.locator('vite-error-overlay');
  await expectSoon(overlay.locator('#code header')).toContainText('demo-crash/en.mdx:8');
  await expectSoon(overlay.locator('.error-line')).toContainText('platforms: [linux, window]');
  await expectSoon(overlay.locator('#stack')).not.toContainText(/\.(?:ts|js|mjs|astro)\b/);

  restore();
  await expectSoon(heading(page)).toHaveText('Importing demo crashes');
  await expectSoon(overlay).toHaveCount(0);
});

test('an edit that arrives while a page is loading is shown on it', async ({ page }) => {
  let connect: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (connect = resolve));
  await page.route('**/@vite/client', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${origin}/articles/demo-hang/`, { waitUntil: 'commit' });
  await expectSoon(heading(page)).toHaveText('demo.wait never returns');
  const restore = edit(
    'content/articles/demo-hang/en.mdx',
    'title: demo.wait never returns',
    'title: demo.wait waits for ever',
  );
  // The page may connect only when the server has taken the edit.
  const served = async () => (await fetch(`${origin}/articles/demo-hang/`)).text();
  await expect.poll(served, { timeout: 60_000 }).toContain('demo.wait waits for ever');
  connect();
  await expectSoon(heading(page)).toHaveText('demo.wait waits for ever');
  restore();
  await expectSoon(heading(page)).toHaveText('demo.wait never returns');
});

test('a draft shows what is left to do before the build accepts it', async ({ page }) => {
  await page.goto(`${origin}/articles/demo-crash/`);
  const restore = edit(CRASH, 'status: fixed', 'status: fixed # check: read in a comment');
  const left = page.locator('details.notice');
  await expectSoon(left.locator('summary')).toContainText('1 item to finish');
  await expectSoon(left.locator('li')).toHaveText(
    'content/articles/demo-crash/en.mdx:11 status: found "fixed", marked # check; allowed: the value confirmed upstream, without the mark (read in a comment)',
  );
  await expectSoon(heading(page)).toHaveText('Importing demo crashes');
  restore();
  await expectSoon(left).toHaveCount(0);
});

test('a card is drawn when it is requested, and again after an edit', async ({ request }) => {
  const card = async () => {
    const response = await request.get(`${origin}/zh/cards/KF-9001.png`);
    expect(response.headers()['content-type']).toBe('image/png');
    return (await response.body()).toString('base64');
  };
  const before = await card();
  const restore = edit(CRASH, 'title: Importing demo crashes', 'title: Importing demo hangs');
  await expectSoon.poll(card).not.toBe(before);
  restore();
  await expectSoon.poll(card).toBe(before);
});

test('a broken article does not break other pages', async ({ page }) => {
  await page.goto(`${origin}/articles/demo-crash/`);
  const restore = edit(CRASH, 'Upgrade.', 'Upgrade {now}.');
  await expectSoon(message(page)).toContainText(
    'demo-crash/en.mdx:34 text: found the expression "{now}"',
  );
  await page.goto(`${origin}/articles/`);
  await expectSoon(page.locator('main')).toContainText('demo.wait never returns');
  await expectSoon(page.locator('main')).not.toContainText('Importing demo crashes');
  restore();
  await expectSoon(page.locator('main')).toContainText('Importing demo crashes');
});

test('a broken translation breaks only the page in its language', async ({ page }) => {
  await page.goto(`${origin}/zh/articles/demo-hang/`);
  const restore = edit(HANG_ZH, "source: '000000000000'", 'source: abc');
  await expectSoon(message(page)).toContainText(
    'demo-hang/zh.mdx:4 source: found "abc"; allowed: 12 hexadecimal digits',
  );
  const other = await page.context().newPage();
  await other.goto(`${origin}/articles/demo-hang/`);
  await expectSoon(heading(other)).toHaveText('demo.wait never returns');
  restore();
  await expectSoon(heading(page)).toHaveText('demo.wait 一直不返回');
});

test('a broken project shows its problem on every page that needs it', async ({ page }) => {
  await page.goto(`${origin}/articles/`);
  const restore = edit(DEMO, 'name: Demo\n', 'name: [Demo]\n');
  await expectSoon(message(page)).toContainText(
    'content/projects/demo.yaml:1 name: found ["Demo"]; allowed: text',
  );
  restore();
  await expectSoon(page.locator('main')).toContainText('Importing demo crashes');
});

test('an article appears under its new slug when its folder is renamed', async ({ page }) => {
  const folder = (slug: string) => path.join(project, 'content/articles', slug);
  await page.goto(`${origin}/articles/demo-crash/`);
  renameSync(folder('demo-crash'), folder('demo-crashes'));
  const status = async (slug: string) => (await fetch(`${origin}/articles/${slug}/`)).status;
  await expect.poll(() => status('demo-crashes'), { timeout: 60_000 }).toBe(200);
  await expect.poll(() => status('demo-crash'), { timeout: 60_000 }).toBe(404);
  renameSync(folder('demo-crashes'), folder('demo-crash'));
  await expectSoon(heading(page)).toHaveText('Importing demo crashes');
  expect(await status('demo-crashes')).toBe(404);
});

test('an article appears when it is written and disappears when it is deleted', async ({
  page,
}) => {
  const folder = path.join(project, 'content/articles/demo-leak');
  const link = page.locator('main').getByRole('link', { name: 'Reading demo leaks' });
  await page.goto(`${origin}/articles/`);
  await expectSoon(page.locator('main')).toContainText('Importing demo crashes');
  await expect(link).toHaveCount(0);
  cpSync(path.join(project, 'content/articles/demo-crash'), folder, { recursive: true });
  const file = path.join(folder, 'en.mdx');
  const text = readFileSync(file, 'utf8')
    .replace('KF-9001', 'KF-9003')
    .replace('Importing demo crashes', 'Reading demo leaks')
    .replace('aliases: [demo-import-crash]', 'aliases: []')
    .replaceAll('demo is broken', 'out of memory at block');
  writeFileSync(file, text);
  await expectSoon(link).toHaveCount(1);
  rmSync(folder, { recursive: true });
  await expectSoon(link).toHaveCount(0);
});

test('a text that begins to use a component is rendered with it', async ({ page }) => {
  await page.goto(`${origin}/articles/demo-crash/`);
  const note = page.locator('article.text .note');
  await expectSoon(heading(page)).toHaveText('Importing demo crashes');
  await expect(note).toHaveCount(0);
  const restore = edit(CRASH, 'Upgrade.', '<Note>\n\nUpgrade at once.\n\n</Note>');
  await expectSoon(note).toHaveText('Upgrade at once.');
  restore();
  await expectSoon(note).toHaveCount(0);
  await expectSoon(page.locator('article.text')).toContainText('Upgrade.');
});

test('diagnosis follows a signature that is edited', async ({ page }) => {
  const ids = page.locator('.finding .id');
  const diagnose = async () => {
    await page.goto(`${origin}/`);
    await page.locator('[data-box]').fill('libgomp: thread 7 of the pool has no stack');
  };
  // The server may still reload the page for an earlier edit, which empties the box.
  await expect(async () => {
    await diagnose();
    const unknown = page.locator('[data-unknown]:not([hidden])');
    await expect(unknown).toHaveCount(1, { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await expectSoon(ids).toHaveCount(0);

  const restore = edit(
    CRASH,
    'Fatal Python error: demo is broken (line <n>)',
    'libgomp: thread <n> of the pool has no stack',
  );
  await expect(async () => {
    await diagnose();
    await expect(ids.first()).toHaveText('KF-9001', { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  restore();
});

test('full-text search follows a text that is edited', async ({ page }) => {
  const restore = edit(CRASH, 'Upgrade.', 'Upgrade the interpreter.');
  await expect(async () => {
    await page.goto(`${origin}/search/?q=interpreter`);
    await expect(page.locator('[data-list] .id')).toHaveText(['KF-9001'], { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  restore();
});

test('an editor completes facts in the front matter and underlines invalid ones', async () => {
  const editor = await openInEditor(project, CRASH, (text) =>
    text.replace('symptom: crash', 'symptom: ').replace('status: fixed', 'status: finished'),
  );
  expect(await editor.completionsBehind('symptom: ')).toEqual([...symptoms]);
  expect(await editor.completionsBehind('builds: [')).toContain('free-threaded');
  expect((await editor.problems()).join('\n')).toMatch(/Valid values: .*"fixed"/);
  editor.close();
});

test('an address that forwards leads to its article', async ({ page }) => {
  for (const address of ['/zh/KF-9002/', '/github.com/example/demo/issues/2/']) {
    await page.goto(origin + address);
    await expectSoon(page).toHaveURL(/\/articles\/demo-hang\/$/);
  }
});
