/**
 * Prepares a fresh clone: installs the packages and, with --browser, finds or installs a Chromium.
 *
 * Plain JavaScript that imports no package, since it runs before there are packages, under any Node from 20 on that
 * the machine has. It reports on the error stream, because the command after it may print JSON.
 */
import './require-node.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HEARTBEAT_MS = 10_000;
const SYSTEM_BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The Node that runs everything but this file: npm scripts find it before the machine's. */
const RUNTIME = path.join('node_modules', '.bin', 'node');

/** Oldest Node that runs every tool of the build. */
export const MIN_BUILD_MAJOR = 24;

const root = fileURLToPath(new URL('../..', import.meta.url));

process.chdir(root);
await installPackages();
if (process.argv.includes('--browser')) await installBrowser();

async function installPackages() {
  if (isInstalled() && existsSync(RUNTIME)) return;
  // Not `npm ci`, which would remove the installed packages first when only some have changed. `npm install` respects the
  // versions and checksums of the lock file as well.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!isInstalled()) await step('Installing packages (once; about 250 MB)', 'npm', args);
  provideRuntime();
}

/** Returns whether npm has installed what the lock file lists, but for packages of other systems, which are optional. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([folder, entry]) => {
    if (folder === '') return true;
    const isOptional = entry.optional ?? entry.devOptional ?? false;
    return folder in installed ? installed[folder].integrity === entry.integrity : isOptional;
  });
}

/** Returns the packages that a lock file of npm lists, by folder; none if there is no such file. */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/**
 * Makes sure that `node_modules/.bin/node` runs. The lock file has a Node for common systems; on others, such as Alpine
 * Linux and Windows on Arm, it becomes the machine's own, which then must be new enough.
 */
function provideRuntime() {
  const isWindows = process.platform === 'win32';
  if (spawnSync(RUNTIME, ['--version'], { shell: isWindows }).status === 0) return;
  if (Number(process.versions.node.split('.')[0]) < MIN_BUILD_MAJOR) {
    fail(
      `The packages bring no Node for ${process.platform} ${process.arch}. Install Node ${MIN_BUILD_MAJOR} or later.`,
    );
  }
  rmSync(RUNTIME, { force: true });
  if (isWindows) writeFileSync(`${RUNTIME}.cmd`, `@"${process.execPath}" %*\r\n`);
  else symlinkSync(process.execPath, RUNTIME);
}

async function installBrowser() {
  if (systemBrowser() || playwrightBrowser()) return;
  const isInstalled = await tryStep('Fetching Playwright’s Chromium', 'npx', [
    'playwright',
    'install',
    'chromium',
  ]);
  if (isInstalled && playwrightBrowser()) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (args) => (isRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]]);
  await tryStep('Reading Debian’s package lists', ...apt(['-qq', 'update']));
  // Older releases of Debian have no package of the headless shell, which is the faster one.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await tryStep(`Installing Debian’s ${name}`, ...apt(['-qq', '-y', 'install', name]));
    if (systemBrowser()) return;
  }
  fail(
    'Chromium was not found and could not be installed. Install it and set CHROMIUM_PATH to its path.',
  );
}

function systemBrowser() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return SYSTEM_BROWSERS.some((name) => folders.some((dir) => existsSync(path.join(dir, name))));
}

function playwrightBrowser() {
  const script =
    "import('playwright').then(p=>process.exit(require('fs').existsSync(p.chromium.executablePath())?0:1))";
  return spawnSync('node', ['-e', script], { cwd: root }).status === 0;
}

async function step(title, command, args) {
  if (!(await tryStep(title, command, args, true))) fail(`${title} failed; see above.`);
}

/**
 * Runs a command and reports every ten seconds that it is still running. When it fails, prints all of its output if
 * the step is needed, and one line of it if there is an alternative.
 */
async function tryStep(title, command, args, needed = false) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.error(`${title} ...`);
  const heartbeat = setInterval(() => console.error(`  still running, ${seconds()}`), HEARTBEAT_MS);
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32' });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      output.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on('close', resolve);
  });
  clearInterval(heartbeat);
  const text = Buffer.concat(output).toString().trimEnd();
  if (code === 0) console.error(`  done, ${seconds()}`);
  else if (needed) console.error(`  failed after ${seconds()}\n${text}`);
  else
    console.error(
      `  not possible here (${text.split('\n').findLast((line) => /error/i.test(line)) ?? code})`,
    );
  return code === 0;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
