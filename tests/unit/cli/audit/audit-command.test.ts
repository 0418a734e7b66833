import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { auditCommand } from '../../../../src/cli/audit/audit-command.ts';
import type { AuditFault } from '../../../../src/audit/audit-fault.ts';
import { auditFault } from '../../../support/make-audit-fault.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

const faults = [
  auditFault('KF-0001', { symptom: 'wrong-result', seen_in: ['librosa'] }),
  auditFault('KF-0002', {
    symptom: 'build-error',
    status: 'by-design',
    affected: [{ ecosystem: 'PyPI', package: 'numba' }],
  }),
  auditFault('KF-0003', { platforms: ['windows'] }),
  auditFault('KF-0004', { python: '==3.13.4', symptom: 'hang' }),
  auditFault('KF-0005', { affected: [{ ecosystem: 'PyPI', package: 'numba', fixed: '0.50.0' }] }),
  auditFault('KF-0006', { affected: [], python: '==3.13.4', symptom: 'link-error' }),
];

const freeze = 'numba==0.60.0\nnumpy==1.26.4\nlibrosa==0.10.0\n';

/** A folder with files, removed after the test. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'known-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Runs the command in a folder; paths in its answers are those that were given. */
async function run(args: string[], folder: string, known: readonly AuditFault[] = faults) {
  const print = (lines: string[]) => (text: unknown) => void lines.push(String(text));
  const out: string[] = [];
  const errors: string[] = [];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(print(out)),
    vi.spyOn(console, 'error').mockImplementation(print(errors)),
    vi.spyOn(process, 'cwd').mockReturnValue(folder),
  ];
  const inFolder = args.map((arg) =>
    /\.(?:txt|json|lock|toml)$/.test(arg) ? path.join(folder, arg) : arg,
  );
  try {
    const load = async () => ({ faults: known, site: 'https://faults.example' });
    const status = await auditCommand(inFolder, load);
    const plain = out.join('\n').replaceAll(/\u001b\[\d+m/g, '');
    const short = (text: string) => text.replaceAll(folder + path.sep, '');
    return { status, stdout: short(plain), stderr: short(errors.join('\n')) };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('as text', () => {
  test('lists the sources, the findings with their upgrades and lines, worst first, and a summary', async () => {
    const folder = folderWith({ 'freeze.txt': freeze });
    const args = ['--python', '3.13.4', '--platform', 'linux', 'freeze.txt'];
    const { status, stdout, stderr } = await run(args, folder);
    expect(stdout).toBe(
      [
        'freeze.txt:1: pip-freeze, 3 packages',
        '3 packages; Python 3.13.4, linux',
        '',
        'Wrong result',
        '  KF-0001  Title of KF-0001',
        '    numpy 1.26.4: upgrade to 2.0.0 or later  (freeze.txt:2)',
        '    also reported in librosa',
        '    https://faults.example/KF-0001/',
        '',
        'Hang',
        '  KF-0004  Title of KF-0004',
        '    numpy 1.26.4: upgrade to 2.0.0 or later  (freeze.txt:2)',
        '    https://faults.example/KF-0004/',
        '',
        'Link error',
        '  KF-0006  Title of KF-0006',
        '    Python: upgrade to 3.13.5 or later',
        '    https://faults.example/KF-0006/',
        '',
        'Build error',
        '  KF-0002  Title of KF-0002',
        '    numba 0.60.0: no fixed release yet, see "What to do" in the article  (freeze.txt:1)',
        '    https://faults.example/KF-0002/',
        '',
        '4 known faults affect the installed packages.',
        '3 of them are fixed by an upgrade.',
        '1 fault fixed in the installed versions.',
        '1 fault does not apply: 0 because of the Python version, 1 of the platform, 0 of the build.',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('undecided findings name the facts that they depend on', async () => {
    const folder = folderWith({ 'requirements.txt': 'numpy\n' });
    const { status, stdout } = await run(['requirements.txt', '--python', '3.13'], folder);
    expect(stdout).toContain(
      '? KF-0001  Title of KF-0001\n    numpy (version unknown): depends on the version of numpy',
    );
    expect(stdout).toContain('depends on the platform (--platform linux), the version of numpy');
    expect(stdout).toContain('depends on the exact Python release (--python 3.13.4)');
    expect(stdout).toContain(
      'No known fault certainly affects the installed packages.\n4 more may affect them; see "depends on".',
    );
    expect(status).toBe(0);
  });

  test('reports that nothing was found', async () => {
    const folder = folderWith({ 'freeze.txt': 'six==1.16.0\n' });
    const { status, stdout } = await run(['freeze.txt'], folder);
    expect(stdout).toContain('No known fault affects the installed packages.');
    expect(status).toBe(0);
  });

  test('lists what could not be used on the error stream', async () => {
    const folder = folderWith({
      'requirements.txt':
        'numpy==1.26.4\n-r base.txt\n* one\n* two\n* three\n* four\n* five\n* six\n',
      'a.txt': 'Python 3.12.4\n',
      'b.txt': 'Python 3.13.0\n',
    });
    const { stderr } = await run(['requirements.txt', 'a.txt', 'b.txt'], folder);
    expect(stderr.split('\n')).toEqual([
      'requirements.txt:2: not followed: -r base.txt; pass that file as well.',
      ...['one', 'two', 'three', 'four', 'five'].map(
        (word, index) => `requirements.txt:${index + 3}: not recognized: * ${word}`,
      ),
      '1 more line not recognized.',
      'python: found 3.12.4, 3.13.0, using 3.12.4; choose one with --python.',
    ]);
    const files = ['requirements.txt', 'base.txt'];
    const both = await run(
      files,
      folderWith({ 'requirements.txt': '-r base.txt', 'base.txt': freeze }),
    );
    expect(both.stderr).toBe('');
    const said = await run(['--python', '3.13.0', 'requirements.txt', 'a.txt', 'b.txt'], folder);
    expect(said.stderr).not.toContain('are named');
  });
});

describe('exit codes', () => {
  test.each([
    [[], 1],
    [['--fail-on', 'any'], 1],
    [['--fail-on', 'wrong-result'], 1],
    [['--fail-on', 'crash,memory'], 0],
    [['--fail-on', 'crash, build-error'], 1],
    // Hang is not certain: which Python it is was not said.
    [['--fail-on', 'hang'], 0],
    [['--fail-on', 'hang', '--strict'], 1],
    [['--ignore', 'KF-0001', '--ignore', 'KF-0002'], 0],
    [['--ignore', 'KF-0001'], 1],
    [['--help'], 0],
  ])('%j: %i', async (args, expected) => {
    const folder = folderWith({ 'freeze.txt': freeze });
    expect((await run([...args, 'freeze.txt'], folder)).status).toBe(expected);
  });
});

describe('a baseline', () => {
  test('is written in order and hides the findings that it lists', async () => {
    const folder = folderWith({ 'freeze.txt': freeze });
    const written = await run(['freeze.txt', '--write-baseline', 'known.json'], folder);
    expect(written.status).toBe(0);
    expect(written.stdout).toContain('KF-0001');
    const file = path.join(folder, 'known.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(
      `{
  "version": 1,
  "known": [
    {"id":"KF-0001","package":"PyPI:numpy","verdict":"affected"},
    {"id":"KF-0002","package":"PyPI:numba","verdict":"affected"},
    {"id":"KF-0003","package":"PyPI:numpy","verdict":"unknown"},
    {"id":"KF-0004","package":"PyPI:numpy","verdict":"unknown"}
  ]
}
`,
    );
    const again = await run(['freeze.txt', '--baseline', 'known.json'], folder);
    expect(again.stdout).toContain('No known fault affects the installed packages.\n');
    expect(again.stdout).toContain('4 faults in the baseline.');
    expect(again.status).toBe(0);
    await run(['freeze.txt', '--baseline', 'known.json', '--write-baseline', 'known.json'], folder);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('hides another affected version of a package, but not a finding that has become certain or concerns another package', async () => {
    const folder = folderWith({
      'freeze.txt': freeze,
      'later.txt': 'numba==0.61.0\nnumpy==1.25\n',
    });
    await run(['freeze.txt', '--write-baseline', 'known.json'], folder);
    const later = await run(['later.txt', '--baseline', 'known.json'], folder);
    expect([later.status, later.stdout.includes('4 faults in the baseline.')]).toEqual([0, true]);
    const certain = await run(
      ['later.txt', '--baseline', 'known.json', '--platform', 'windows'],
      folder,
    );
    expect(certain.status).toBe(1);
    expect(certain.stdout).toContain('KF-0003');
    expect(certain.stdout).not.toContain('KF-0001');
  });

  test('is empty if nothing is found', async () => {
    const folder = folderWith({ 'freeze.txt': 'six==1.16.0\n' });
    await run(['freeze.txt', '--write-baseline', 'known.json'], folder);
    expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(
      '{\n  "version": 1,\n  "known": []\n}\n',
    );
  });
});

test('--json is a shape that stays', async () => {
  const folder = folderWith({ 'freeze.txt': `${freeze}-r base.txt\n`, 'p.txt': 'Python 3.13.4\n' });
  const args = ['--json', '--platform', 'linux', '--ignore', 'KF-0004', 'freeze.txt', 'p.txt'];
  const { stdout, status } = await run(args, folder);
  const numpy = {
    ecosystem: 'PyPI',
    name: 'numpy',
    version: '1.26.4',
    verdict: 'affected',
    moveTo: '2.0.0',
    places: [{ file: 'freeze.txt', line: 2 }],
  };
  const { findings, ...rest } = JSON.parse(stdout);
  expect(findings.map(({ id }: { id: string }) => id)).toEqual(['KF-0001', 'KF-0006', 'KF-0002']);
  expect(findings.slice(0, 2)).toEqual([
    {
      id: 'KF-0001',
      slug: 'slug-of-kf-0001',
      url: 'https://faults.example/KF-0001/',
      title: 'Title of KF-0001',
      symptom: 'wrong-result',
      status: 'fixed',
      verdict: 'affected',
      because: [],
      packages: [numpy],
      seenIn: ['librosa'],
    },
    {
      id: 'KF-0006',
      slug: 'slug-of-kf-0006',
      url: 'https://faults.example/KF-0006/',
      title: 'Title of KF-0006',
      symptom: 'link-error',
      status: 'fixed',
      verdict: 'affected',
      because: [],
      packages: [],
      moveToPython: '3.13.5',
      seenIn: [],
    },
  ]);
  expect(rest).toEqual({
    version: 1,
    machine: { python: '3.13.4', platform: 'linux', packages: 3 },
    sources: [
      { file: 'freeze.txt', kind: 'requirements', lines: [1, 4], packages: 3 },
      { file: 'p.txt', kind: 'python-version', lines: [1, 1], packages: 0 },
    ],
    hidden: { python: 0, platform: 1, build: 0 },
    fixed: 1,
    ignored: 1,
    known: 0,
    notUnderstood: [],
    notFollowed: [{ file: 'freeze.txt', line: 4, text: '-r base.txt' }],
  });
  expect(status).toBe(1);
});

describe('--sarif', () => {
  const schema = JSON.parse(
    readFileSync(path.join(root, 'tests/fixtures/sarif/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  // A pattern of the schema is none with the flag u.
  const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(schema);

  test.each([
    [['freeze.txt', '--python', '3.13.4']],
    [['my envs/lock #1.txt', '--strict']],
    [['six.txt']],
  ])('%j is valid against the published schema', async (args) => {
    const folder = folderWith({
      'freeze.txt': freeze,
      'six.txt': 'six==1.16.0\n',
      'my envs/lock #1.txt': freeze,
    });
    const { stdout } = await run(['--sarif', ...args], folder);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });

  test('a rule a fault, a result a package, at its line below the folder', async () => {
    const folder = folderWith({ 'my envs/lock #1.txt': freeze });
    const args = ['--sarif', '--python', '3.13.4', 'my envs/lock #1.txt'];
    const [sarif] = JSON.parse((await run(args, folder)).stdout).runs;
    expect(sarif.tool.driver.rules[0]).toEqual({
      id: 'KF-0001',
      name: 'slug-of-kf-0001',
      shortDescription: { text: 'Title of KF-0001' },
      helpUri: 'https://faults.example/KF-0001/',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['wrong-result', 'fixed'] },
    });
    const at = (startLine: number) => [
      {
        physicalLocation: {
          artifactLocation: { uri: 'my%20envs/lock%20%231.txt' },
          region: { startLine },
        },
      },
    ];
    expect(sarif.results).toEqual([
      {
        ruleId: 'KF-0001',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'Title of KF-0001. numpy 1.26.4: upgrade to 2.0.0 or later.' },
        locations: at(2),
        partialFingerprints: { 'knownFault/v1': 'KF-0001:PyPI:numpy' },
      },
      {
        ruleId: 'KF-0003',
        ruleIndex: 1,
        level: 'note',
        message: {
          text: 'Title of KF-0003. numpy 1.26.4: depends on the platform (--platform linux).',
        },
        locations: at(2),
        partialFingerprints: { 'knownFault/v1': 'KF-0003:PyPI:numpy' },
      },
      {
        ruleId: 'KF-0004',
        ruleIndex: 2,
        level: 'error',
        message: { text: 'Title of KF-0004. numpy 1.26.4: upgrade to 2.0.0 or later.' },
        locations: at(2),
        partialFingerprints: { 'knownFault/v1': 'KF-0004:PyPI:numpy' },
      },
      {
        ruleId: 'KF-0006',
        ruleIndex: 3,
        level: 'warning',
        message: { text: 'Title of KF-0006. Python: upgrade to 3.13.5 or later.' },
        locations: at(1),
        partialFingerprints: { 'knownFault/v1': 'KF-0006:python' },
      },
      {
        ruleId: 'KF-0002',
        ruleIndex: 4,
        level: 'warning',
        message: {
          text: 'Title of KF-0002. numba 0.60.0: no fixed release yet, see "What to do" in the article.',
        },
        locations: at(1),
        partialFingerprints: { 'knownFault/v1': 'KF-0002:PyPI:numba' },
      },
    ]);
  });

  test('a file above the folder has its whole address', async () => {
    const folder = folderWith({ 'freeze.txt': freeze, 'sub/x.txt': '' });
    const { stdout } = await run(['--sarif', '../freeze.txt'], path.join(folder, 'sub'));
    expect(stdout).toContain(`"uri": "file://${folder}/freeze.txt"`);
  });
});

describe('a usage error', () => {
  const understood =
    'allowed: pip freeze, pip list, conda list, environment.yml, requirements.txt, uv.lock, poetry.lock, ' +
    'pdm.lock, Pipfile.lock, pylock.toml, Cargo.lock, and the version and configuration output of Python and NumPy.';

  test.each([
    [
      ['--python', 'three'],
      '--python: found three; allowed: a Python version such as 3.13, 3.13.4, 3.13t, 3.14.0rc1.',
    ],
    [['--platform', 'beos'], '--platform: found beos; allowed: linux, macos, windows.'],
    [['--build', 'fast'], '--build: found fast; allowed: gil, free-threaded, debug.'],
    [
      ['--fail-on', 'crash,boom'],
      '--fail-on: found boom; allowed: any, wrong-result, crash, memory, hang, exception, import-error, link-error, build-error, performance.',
    ],
    [
      ['--fail-on', 'crash,any'],
      '--fail-on: found crash,any; allowed: any, or a comma-separated list of symptoms.',
    ],
    [['--json', '--sarif', 'freeze.txt'], 'Use either --json or --sarif, not both.'],
    [['--colour'], "Unknown option '--colour'"],
    [
      ['--ignore', 'KF-9999', 'freeze.txt'],
      '--ignore: found KF-9999; allowed: the id of a known fault.',
    ],
    [['nothing.txt'], 'nothing.txt: ENOENT'],
    [['empty.txt'], `empty.txt: found nothing; ${understood}`],
    [
      ['freeze.txt', 'novel.txt'],
      `novel.txt: found "It was a dark and stormy night; the rain fell in torrents, e..."; ${understood}`,
    ],
    [['pyproject.toml'], `pyproject.toml: found "[project]"; ${understood}`],
    [['uv.lock'], 'uv.lock:3: Invalid TOML document'],
    [['freeze.txt', '--baseline', 'nothing.json'], '--baseline nothing.json: ENOENT.'],
    [['freeze.txt', '--baseline', 'freeze.txt'], '--baseline freeze.txt: not JSON ('],
    [
      ['freeze.txt', '--baseline', 'other.json'],
      '--baseline other.json: not a baseline; create one with --write-baseline other.json.',
    ],
    [
      ['freeze.txt', '--write-baseline', 'no/such/folder.json'],
      '--write-baseline no/such/folder.json: ENOENT.',
    ],
  ])('%j: %s', async (args, message) => {
    const folder = folderWith({
      'freeze.txt': freeze,
      'empty.txt': '\n',
      'novel.txt': `It was a dark and stormy night; the rain fell in torrents, except at occasional intervals.\n`,
      'pyproject.toml': '[project]\nname = "demo"\n',
      'uv.lock': 'version = 1\n[[package]]\nname = "numpy\n',
      'other.json': '{"version": 2, "known": []}',
    });
    const { status, stdout, stderr } = await run(args, folder);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npx known-faults audit [OPTIONS] [FILE ...]');
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('input that is too large is a usage error', async () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `p${at}==1.0`).join('\n');
    const { status, stderr } = await run(['many.txt'], folderWith({ 'many.txt': many }));
    expect(stderr).toContain('Input too large; allowed: at most 10 MB of text and 20000 packages.');
    expect(status).toBe(2);
  });
});

test('UTF-16, as PowerShell writes it, is read', async () => {
  const folder = folderWith({ 'freeze.txt': Buffer.from(`\ufeff${freeze}`, 'utf16le') });
  expect((await run(['freeze.txt'], folder)).stdout).toContain('3 packages');
});

describe('in a clone', { timeout: 120_000 }, () => {
  function inClone(args: string[], input?: string) {
    const { status, stdout, stderr } = spawnSync('node', ['src/cli/known-faults/run-in-clone.ts', 'audit', ...args], {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, SITE_URL: 'https://faults.example', NO_COLOR: '1' },
    });
    return { status, stdout, stderr };
  }

  test('a pipe is read, and held against the articles', () => {
    const { status, stdout } = inClone(['--python', '3.12.1'], 'numba==0.60.0\n');
    expect(stdout).toContain('standard input:1: pip-freeze, 1 package\n');
    expect(stdout).toContain('    numba 0.60.0: upgrade to 0.62.0 or later  (standard input:1)\n');
    expect(stdout).toContain('    https://faults.example/KF-0003/\n');
    expect(status).toBe(1);
  });

  test('so is - beside files', () => {
    const lock = 'tests/fixtures/environments/Cargo.lock';
    const { stdout } = inClone(['--json', lock, '-'], 'Python 3.13.0\n');
    const { machine, sources } = JSON.parse(stdout);
    expect(machine).toEqual({ python: '3.13.0', packages: 30 });
    expect(sources.map(({ kind }: { kind: string }) => kind)).toEqual([
      'cargo-lock',
      'python-version',
    ]);
  });
});
