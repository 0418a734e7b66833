import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { packCommand } from '../../../../src/cli/pack/pack-command.ts';
import { testContext } from '../../../support/mock-server.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const printed =
  "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";

beforeAll(() => {
  execFileSync('node', ['src/cli/pack/pack-command.ts', 'command'], {
    cwd: root,
    env: { ...process.env, SITE_URL: 'https://faults.example' },
  });
});

/** Two thousand packages as uv locks them, some of which have known faults. */
function largeLock(): string {
  const some = ['numpy 2.0.2', 'numba 0.60.0', 'pybind11 2.11.1', 'cython 3.0.2'];
  const pins = Array.from({ length: 2_000 }, (_, at) => some[at] ?? `package-${at} 1.${at}.0`);
  const host = 'https://files.pythonhosted.org/packages';
  const wheels = ['cp311-win_amd64', 'cp312-manylinux_2_17_x86_64', 'cp313-macosx_11_0_arm64'];
  const entries = pins.map((pin) => {
    const [name, version] = pin.split(' ');
    const files = wheels.map(
      (tag) =>
        `    { url = "${host}/${name}-${version}-${tag}.whl", hash = "sha256:${'0'.repeat(64)}", size = 1000000 },`,
    );
    return `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "https://pypi.org/simple" }\nwheels = [\n${files.join('\n')}\n]\n`;
  });
  return `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n${entries.join('\n')}`;
}

test('the published package diagnoses and audits a pipe, far from the clone and without other packages', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const npm = (args: string[]) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: os.platform() === 'win32' });
  npm(['pack', '--silent', path.join(root, 'dist-package')]);
  npm(['init', '-y']);
  npm(['install', '--offline', '--no-audit', '--no-fund', './known-faults-0.1.0.tgz']);
  const run = (args: string[], input = '') =>
    spawnSync('npx', ['--offline', 'known-faults', ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      shell: os.platform() === 'win32',
    });

  const { status, stdout } = run(['diagnose'], `cc: warning\n${printed}\n`);
  expect(status).toBe(0);
  expect(stdout).toContain(`line 2: ${printed}`);
  expect(stdout).toContain('https://faults.example/KF-0003/');
  expect(run(['diagnose', '--json'], 'KeyError: 1').status).toBe(1);
  const audited = run(['audit'], 'numba==0.60.0\n');
  expect(audited.status).toBe(1);
  expect(audited.stdout).toContain('https://faults.example/KF-0003/');
  expect(run(['--help']).stdout).toContain('Usage: npx known-faults COMMAND');
  const wrong = run(['diagnos']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('Unknown command: diagnos.');
});

test('it audits a lock file of 2,000 packages far from the clone, in less than a second', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'uv.lock'), largeLock());
  // Processor time, which the process itself says: what else the machine does is no business of ours.
  const report =
    'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))';
  const command = path.join(root, 'dist-package/known-faults.mjs');
  const runs = [1, 2, 3].map(() => {
    const args = ['--import', report, command, 'audit', '--json', 'uv.lock'];
    const { status, stdout, stderr } = spawnSync('node', args, { cwd: folder, encoding: 'utf8' });
    const { user, system } = JSON.parse(stderr);
    return { status, stdout, milliseconds: (user + system) / 1_000 };
  });
  const { machine, findings } = JSON.parse(runs[0]?.stdout ?? '');
  expect(machine.packages).toBe(2_000);
  expect(findings.map(({ id }: { id: string }) => id)).toContain('KF-0003');
  expect(runs[0]?.status).toBe(1);
  expect(Math.min(...runs.map(({ milliseconds }) => milliseconds))).toBeLessThan(1_000);
});

test('the published command prints its version, and reports a Node that is too old', () => {
  const command = path.join(root, 'dist-package/known-faults.mjs');
  const { stdout } = spawnSync('node', [command, '--version'], { encoding: 'utf8' });
  expect(stdout).toBe('0.1.0\n');
  const pretend =
    'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})';
  const old = spawnSync('node', ['--import', pretend, command, 'diagnose'], { encoding: 'utf8' });
  expect(old.stderr).toBe('Node 18.20.8 is too old: Known Faults needs 20 or later.\n');
  expect(old.status).toBe(1);
  // A named import of what Node 18 lacks would fail before the check.
  const imports = readFileSync(command, 'utf8')
    .match(/^import .*$/gm)
    ?.join('\n');
  expect(imports).toContain('node:util');
  expect(imports).not.toContain('styleText');
});

test('no package is built without the address of the site', async () => {
  const context = testContext(root);
  expect(await packCommand(['command'], context)).toBe(2);
  expect(context.stderr.text).toContain('SITE_URL is not set');
});

test.each([
  [['cli'], 'Found cli; allowed: action, command.'],
  [['action', 'command'], 'Found more than one argument; allowed: action, command, or none'],
])('%j is a usage error', async (args, message) => {
  const context = testContext(root);
  expect(await packCommand(args, context)).toBe(2);
  expect(context.stderr.text).toContain(message);
});
