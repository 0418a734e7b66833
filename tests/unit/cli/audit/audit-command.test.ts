import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../../src/cli/audit/audit-command.ts';
import { folderWith } from '../../../support/folder.ts';
import { auditFault } from '../../../support/make-audit-fault.ts';
import { testContext } from '../../../support/mock-server.ts';

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
  auditFault('KF-0006', { affected: [], python: '==3.13.4', symptom: 'exception' }),
];

const cards = Object.fromEntries(
  faults.map(({ id, ...fault }) => [
    id,
    {
      ...fault,
      summary: `Summary of ${id}.`,
      fix: { text: `What to do about ${id}.`, command: `pip install "demo>=${id}"` },
    },
  ]),
);

const freeze = 'numba==0.60.0\nnumpy==1.26.4\nlibrosa==0.10.0\n';

interface Answer {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in a folder with these files. */
async function run(
  args: string[],
  files: Record<string, string | Uint8Array> = { 'freeze.txt': freeze },
  input?: string,
  known = faults,
): Promise<Answer> {
  return runIn(folderWith(files), args, input, known);
}

async function runIn(
  folder: string,
  args: string[],
  input?: string,
  known = faults,
  env = {},
): Promise<Answer> {
  const context = testContext(folder, env, {
    ...(input !== undefined && { stdin: Readable.from([Buffer.from(input)]) }),
    loadKnowledge: async () => ({ faults: known, cards, site: 'https://faults.example' }),
  });
  const status = await auditCommand(args, context);
  return {
    status,
    stdout: stripVTControlCharacters(context.stdout.text),
    stderr: context.stderr.text,
  };
}

describe('where the system speaks Chinese', () => {
  const runChinese = (args: string[], files: Record<string, string>) =>
    runIn(folderWith(files), args, undefined, faults, { LANG: 'zh_CN.UTF-8' });

  test('the text is Chinese, and links lead to Chinese pages', async () => {
    const args = ['--python', '3.13.4', 'freeze.txt'];
    const { status, stdout } = await runChinese(args, { 'freeze.txt': freeze });
    expect(stdout).toBe(
      [
        'freeze.txt: 3 个软件包（pip-freeze）',
        'Python 3.13.4',
        '',
        '结果错误: Title of KF-0001 (KF-0001)',
        '  What to do about KF-0001.',
        '  numpy 1.26.4 -> 2.0.0 (freeze.txt:2)',
        '  也出现在 librosa。',
        '  https://faults.example/zh/KF-0001/',
        '',
        '卡死: Title of KF-0004 (KF-0004)',
        '  What to do about KF-0004.',
        '  numpy 1.26.4 -> 2.0.0 (freeze.txt:2)',
        '  https://faults.example/zh/KF-0004/',
        '',
        '异常: Title of KF-0006 (KF-0006)',
        '  What to do about KF-0006.',
        '    pip install "demo>=KF-0006"',
        '  Python 3.13.4 -> 3.13.5',
        '  https://faults.example/zh/KF-0006/',
        '',
        '升级方案',
        '  软件包  已安装  升级到  修复的故障',
        '  numpy   1.26.4  2.0.0   KF-0001, KF-0004',
        '    pip install "numpy==2.0.0"',
        '',
        '3 个已知故障影响已安装的软件包。',
        '这些升级可以修复其中 2 个。',
        '另有 1 个已知故障取决于平台：请加上 --platform linux。',
        '1 篇文章与这些软件包有关；用 --all 列出。',
        '1 个已知故障在已安装的版本中已修复。',
        '',
      ].join('\n'),
    );
    expect(status).toBe(1);
  });

  test('JSON is in English', async () => {
    const { stdout } = await runChinese(['--json', 'freeze.txt'], { 'freeze.txt': freeze });
    expect(stdout).toContain('"title": "Title of KF-0001"');
  });

  test.each([
    [['none.txt'], 'none.txt：没有这个文件或目录'],
    [
      ['--python', 'three'],
      '--python：收到 three；应为 Python 版本，如 3.13、3.13.4、3.13t、3.14.0rc1。',
    ],
    [['--json', '--sarif'], '--json 和 --sarif 只能用一个。'],
    [['--ignore', 'KF-9999', 'freeze.txt'], '--ignore：收到 KF-9999；应为已知故障的编号。'],
    [['empty.txt'], 'empty.txt：收到空值；应为 pip freeze、pip list、'],
    [['--baseline', 'freeze.txt', 'freeze.txt'], '--baseline freeze.txt：不是 JSON（'],
  ])('%j is answered in Chinese', async (args, message) => {
    const { status, stderr } = await runChinese(args, { 'freeze.txt': freeze, 'empty.txt': '' });
    expect(stderr.slice(0, message.length)).toBe(message);
    expect(status).toBe(2);
  });
});

describe('the text output', () => {
  test('lists the sources, then the findings by severity with version and place, then a summary', async () => {
    const args = ['--python', '3.13.4', '--platform', 'linux', 'freeze.txt'];
    const { status, stdout, stderr } = await run(args);
    expect(stdout).toBe(
      [
        'freeze.txt: 3 packages (pip-freeze)',
        'Python 3.13.4, linux',
        '',
        'Wrong result: Title of KF-0001 (KF-0001)',
        '  What to do about KF-0001.',
        '  numpy 1.26.4 -> 2.0.0 (freeze.txt:2)',
        '  Also reported in librosa.',
        '  https://faults.example/KF-0001/',
        '',
        'Hang: Title of KF-0004 (KF-0004)',
        '  What to do about KF-0004.',
        '  numpy 1.26.4 -> 2.0.0 (freeze.txt:2)',
        '  https://faults.example/KF-0004/',
        '',
        'Exception: Title of KF-0006 (KF-0006)',
        '  What to do about KF-0006.',
        '    pip install "demo>=KF-0006"',
        '  Python 3.13.4 -> 3.13.5',
        '  https://faults.example/KF-0006/',
        '',
        'Upgrade plan',
        '  package  installed  upgrade to  fixes',
        '  numpy    1.26.4     2.0.0       KF-0001, KF-0004',
        '    pip install "numpy==2.0.0"',
        '',
        '3 known faults affect the installed packages.',
        'The upgrades fix 2 of them.',
        '1 article concerns these packages; --all lists them.',
        '1 known fault does not apply to your Python, platform or build.',
        '1 known fault is fixed in the installed versions.',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('names the facts that undecided faults depend on in one sentence', async () => {
    const { status, stdout } = await run(['requirements.txt', '--python', '3.13'], {
      'requirements.txt': 'numpy\n',
    });
    expect(stdout).toContain(
      'No known fault certainly affects the installed packages.\n' +
        '4 known faults depend on the version of numpy, the platform and the exact Python\n' +
        'release: pass --platform linux --python 3.13.4.\n',
    );
    expect(stdout).not.toContain('KF-0001');
    expect(status).toBe(0);
  });

  test('--all lists undecided faults and those that can occur', async () => {
    const { stdout } = await run(['--all', '--python', '3.13.4', 'freeze.txt']);
    expect(stdout).toContain(
      [
        'May affect you: Title of KF-0003 (KF-0003)',
        '  What to do about KF-0003.',
        '    pip install "demo>=KF-0003"',
        '  Depends on the platform: pass --platform linux',
        '  https://faults.example/KF-0003/',
        '',
        'Can occur: Title of KF-0002 (KF-0002)',
        '  What to do about KF-0002.',
        '    pip install "demo>=KF-0002"',
        '  https://faults.example/KF-0002/',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toContain('--all');
  });

  test('names the releases that do not work together', async () => {
    const pair = auditFault('KF-0001', {
      cause: 'incompatibility',
      affected: [
        {
          ecosystem: 'PyPI',
          package: 'numba',
          fixed: '0.61.0',
          with: [{ package: 'numpy', versions: '>=1.25' }],
        },
      ],
    });
    const { stdout } = await run(['freeze.txt'], undefined, undefined, [pair]);
    expect(stdout).toContain('  numba 0.60.0 with numpy 1.26.4 -> 0.61.0 (freeze.txt:1)\n');
  });

  test('says that a defect has no fixed release, and keeps its command', async () => {
    const affected = [{ ecosystem: 'PyPI' as const, package: 'numpy' }];
    const open = auditFault('KF-0001', { affected });
    const { stdout } = await run(['freeze.txt'], undefined, undefined, [open]);
    expect(stdout).toContain(
      '    pip install "demo>=KF-0001"\n  numpy 1.26.4, no fixed release yet (',
    );
    expect(stdout).not.toContain('Upgrade plan');
  });

  test('fits into 80 columns, but for addresses and commands', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `package-number-${index}`);
    const many = names.map((name, index) =>
      auditFault(`KF-${1001 + index}`, {
        title: 'A title that says in many words what the program prints '.repeat(2),
        affected: [{ ecosystem: 'PyPI', package: name, fixed: '2.0.0' }],
        seen_in: names,
      }),
    );
    const input = names.map((name) => `${name}==1.0\n`).join('');
    const { stdout } = await run(['--all'], {}, input, many);
    const long = stdout.split('\n').filter((line) => line.length > 80);
    expect(long).toHaveLength(1);
    expect(long[0]).toMatch(/^ {4}pip install "package-number-0==2\.0\.0" "/);
  });

  test('reports that nothing was found', async () => {
    const { status, stdout } = await run(['freeze.txt'], { 'freeze.txt': 'six==1.16.0\n' });
    expect(stdout).toContain('No known fault affects the installed packages.');
    expect(status).toBe(0);
  });

  test('reports skipped lines and contradictions on the error stream', async () => {
    const files = {
      'requirements.txt': `${'abcdef'.replace(/./g, '$&==1\n')}-r base.txt\n* one\n* two\n* three\n* four\n* five\n* six\n`,
      'a.txt': 'Python 3.12.4\n',
      'b.txt': 'Python 3.13.0\n',
    };
    const args = ['requirements.txt', 'a.txt', 'b.txt'];
    expect((await run(args, files)).stderr.trimEnd().split('\n')).toEqual([
      'requirements.txt:7: not followed: -r base.txt; pass that file as well.',
      ...['one', 'two', 'three', 'four', 'five'].map(
        (word, index) => `requirements.txt:${index + 8}: not recognized: * ${word}`,
      ),
      '1 more line not recognized.',
      'python: found 3.12.4, 3.13.0, using 3.12.4; choose one with --python.',
    ]);
    const { stderr } = await run(['--python', '3.13.0', ...args], files);
    expect(stderr).not.toContain('choose one');
  });

  test('does not report a reference to a file that is read anyway', async () => {
    const files = { 'requirements.txt': '-r base.txt', 'base.txt': freeze };
    expect((await run(Object.keys(files), files)).stderr).toBe('');
  });
});

test.each([
  [[], 1],
  [['--fail-on', 'any'], 1],
  [['--fail-on', 'wrong-result'], 1],
  [['--fail-on', 'crash,memory'], 0],
  [['--fail-on', 'crash, wrong-result'], 1],
  // The hang has an unknown verdict, because the Python version is not given.
  [['--fail-on', 'hang'], 0],
  [['--fail-on', 'hang', '--strict'], 1],
  [['--ignore', 'KF-0001', '--ignore', 'KF-0002'], 0],
  [['--ignore', 'KF-0001,kf-0002'], 0],
  [['--ignore', ' kf-0001 , KF-0003'], 0],
  [['--ignore', 'KF-0003'], 1],
])('%j ends with exit code %i', async (args, expected) => {
  expect((await run([...args, 'freeze.txt'])).status).toBe(expected);
});

describe('a baseline', () => {
  test('lists the findings in order, and hides them from the next audit', async () => {
    const folder = folderWith({ 'freeze.txt': freeze });
    const written = await runIn(folder, ['freeze.txt', '--write-baseline', 'known.json']);
    expect(written.status).toBe(0);
    expect(written.stdout).toContain('KF-0001');
    const file = path.join(folder, 'known.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(
      `{
  "version": 1,
  "known": [
    {"id":"KF-0001","package":"PyPI:numpy","verdict":"affected"},
    {"id":"KF-0003","package":"PyPI:numpy","verdict":"unknown"},
    {"id":"KF-0004","package":"PyPI:numpy","verdict":"unknown"}
  ]
}
`,
    );
    const again = await runIn(folder, ['freeze.txt', '--baseline', 'known.json']);
    expect(again.stdout).toContain('No known fault affects the installed packages.\n');
    expect(again.stdout).toContain('3 known faults in the baseline.');
    expect(again.status).toBe(0);
    await runIn(folder, [
      'freeze.txt',
      '--baseline',
      'known.json',
      '--write-baseline',
      'known.json',
    ]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('covers other affected versions of a package, but not a more certain verdict', async () => {
    const folder = folderWith({
      'freeze.txt': freeze,
      'later.txt': 'numba==0.61.0\nnumpy==1.25\n',
    });
    await runIn(folder, ['freeze.txt', '--write-baseline', 'known.json']);
    const later = await runIn(folder, ['later.txt', '--baseline', 'known.json']);
    expect([later.status, later.stdout.includes('3 known faults in the baseline.')]).toEqual([
      0,
      true,
    ]);
    const args = ['later.txt', '--baseline', 'known.json', '--platform', 'windows'];
    const certain = await runIn(folder, args);
    expect(certain.status).toBe(1);
    expect(certain.stdout).toContain('KF-0003');
    expect(certain.stdout).not.toContain('KF-0001');
  });

  test('is empty without findings', async () => {
    const folder = folderWith({ 'freeze.txt': 'six==1.16.0\n' });
    await runIn(folder, ['freeze.txt', '--write-baseline', 'known.json']);
    expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(
      '{\n  "version": 1,\n  "known": []\n}\n',
    );
  });
});

test('--json prints every field of the contract', async () => {
  const args = ['--json', '--platform', 'linux', '--ignore', 'KF-0004', 'freeze.txt', 'p.txt'];
  const { stdout, status } = await run(args, {
    'freeze.txt': `${freeze}-r base.txt\n`,
    'p.txt': 'Python 3.13.4\n',
  });
  const numpy = {
    ecosystem: 'PyPI',
    name: 'numpy',
    version: '1.26.4',
    verdict: 'affected',
    moveTo: '2.0.0',
    places: [{ file: 'freeze.txt', line: 2 }],
  };
  const { findings, ...rest } = JSON.parse(stdout);
  expect(findings.map(({ id }: { id: string }) => id)).toEqual(['KF-0001', 'KF-0006']);
  expect(findings).toEqual([
    {
      id: 'KF-0001',
      slug: 'slug-of-kf-0001',
      url: 'https://faults.example/KF-0001/',
      title: 'Title of KF-0001',
      symptom: 'wrong-result',
      status: 'fixed',
      cause: 'defect',
      fix: cards['KF-0001']?.fix,
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
      symptom: 'exception',
      status: 'fixed',
      cause: 'defect',
      fix: cards['KF-0006']?.fix,
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
    possible: [
      {
        id: 'KF-0002',
        slug: 'slug-of-kf-0002',
        url: 'https://faults.example/KF-0002/',
        title: 'Title of KF-0002',
        symptom: 'build-error',
        status: 'by-design',
      },
    ],
    plan: {
      upgrades: [
        {
          ecosystem: 'PyPI',
          name: 'numpy',
          installed: '1.26.4',
          to: '2.0.0',
          clears: ['KF-0001'],
        },
      ],
      remaining: ['KF-0006'],
    },
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
  // One pattern of the schema is invalid with the flag u.
  const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(schema);

  test.each([
    [['freeze.txt', '--python', '3.13.4']],
    [['my envs/lock #1.txt', '--strict']],
    [['six.txt']],
  ])('%j is valid against the published schema', async (args) => {
    const { stdout } = await run(['--sarif', ...args], {
      'freeze.txt': freeze,
      'six.txt': 'six==1.16.0\n',
      'my envs/lock #1.txt': freeze,
    });
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
  });

  test('has a rule per fault, and a result per package with a relative path', async () => {
    const args = ['--sarif', '--python', '3.13.4', 'my envs/lock #1.txt'];
    const { stdout } = await run(args, { 'my envs/lock #1.txt': freeze });
    const [sarif] = JSON.parse(stdout).runs;
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
          text: 'Title of KF-0003. numpy 1.26.4: depends on the platform: pass --platform linux.',
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
    ]);
  });

  test('has a file URL for a file outside the folder', async () => {
    const folder = folderWith({ 'freeze.txt': freeze, 'sub/x.txt': '' });
    const { stdout } = await runIn(path.join(folder, 'sub'), ['--sarif', '../freeze.txt']);
    expect(stdout).toContain(`"uri": "file://${folder}/freeze.txt"`);
  });
});

describe('a usage error', () => {
  const understood =
    'allowed: pip freeze, pip list, pip inspect, conda list, environment.yml, requirements.txt, uv.lock, poetry.lock, ' +
    'pdm.lock, Pipfile.lock, pylock.toml, pixi.lock, conda-lock.yml, Cargo.lock, the output of pip install, and the version ' +
    'reports of Python, NumPy, SciPy, pandas, xarray, scikit-learn, PyTorch and Numba.';

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
    [['--json', '--sarif', 'freeze.txt'], 'Found --json and --sarif; allowed: one of them.'],
    [
      ['--python', '3.13t', '--build', 'gil'],
      '--build: found gil; allowed with --python 3.13t: free-threaded, debug.',
    ],
    [
      ['--python', '3.12.4', '--build', 'free-threaded'],
      '--build: found free-threaded; allowed with --python 3.12.4: gil, debug.',
    ],
    [['.'], '.: found a folder; allowed: a file'],
    [
      ['mostly-words.txt'],
      'Read 1 package; 2 lines not understood, such as mostly-words.txt:2: "* one".',
    ],
    [
      ['--ignore', 'KF-9999', 'freeze.txt'],
      '--ignore: found KF-9999; allowed: the id of a known fault.',
    ],
    [['nothing.txt'], 'nothing.txt: no such file or folder'],
    [['empty.txt'], `empty.txt: found nothing; ${understood}`],
    [
      ['freeze.txt', 'novel.txt'],
      `novel.txt: found "It was a dark and stormy night; the rain fell in torrents, e..."; ${understood}`,
    ],
    [
      ['pyproject.toml'],
      'pyproject.toml:1: found pyproject.toml, which does not list what is installed; allowed: the output of "pip freeze", or a lock file.',
    ],
    [['platform.txt'], 'Found neither packages nor a Python version, only platform.'],
    [['uv.lock'], 'uv.lock:3: Invalid TOML document'],
    [
      ['freeze.txt', '--baseline', 'nothing.json'],
      '--baseline nothing.json: no such file or folder.',
    ],
    [['freeze.txt', '--baseline', 'freeze.txt'], '--baseline freeze.txt: not JSON ('],
    [
      ['freeze.txt', '--baseline', 'other.json'],
      '--baseline other.json: not a baseline; create one with --write-baseline other.json.',
    ],
    [
      ['freeze.txt', '--write-baseline', 'no/such/folder.json'],
      '--write-baseline no/such/folder.json: no such file or folder.',
    ],
  ])('%j: %s', async (args, message) => {
    const { status, stdout, stderr } = await run(args, {
      'freeze.txt': freeze,
      'empty.txt': '\n',
      'novel.txt': `It was a dark and stormy night; the rain fell in torrents, except at occasional intervals.\n`,
      'pyproject.toml': '[project]\nname = "demo"\n',
      'uv.lock': 'version = 1\n[[package]]\nname = "numpy\n',
      'mostly-words.txt': 'numpy==1.26.4\n* one\n* two\n',
      'platform.txt': 'Linux-6.1.0-x86_64-with-glibc2.36\n',
      'other.json': '{"version": 2, "known": []}',
    });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Try `npx known-faults audit --help`.');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('is reported for more packages than an audit reads', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => `p${index}==1.0`).join('\n');
    const { status, stderr } = await run(['many.txt'], { 'many.txt': many });
    expect(stderr).toContain('Input too large; allowed: at most 10 MB of text and 20000 packages.');
    expect(status).toBe(2);
  });
});

test('reads UTF-16, which PowerShell writes', async () => {
  const files = { 'freeze.txt': Buffer.from(`\ufeff${freeze}`, 'utf16le') };
  expect((await run(['freeze.txt'], files)).stdout).toContain(
    'freeze.txt: 3 packages (pip-freeze)\n',
  );
});

test('speaks of Python only if no packages are listed', async () => {
  const { stdout } = await run([], {}, 'Python 3.12.1\n');
  expect(stdout).toContain('\nNo known fault affects Python 3.12.1.\n');
});

test('reads the standard input without a file', async () => {
  const { status, stdout } = await run([], {}, 'numpy==1.26.4\n');
  expect(stdout).toContain('standard input: 1 package (pip-freeze)\n');
  expect(stdout).toContain('  numpy 1.26.4 -> 2.0.0\n');
  expect(status).toBe(1);
});

test('reads the standard input as - beside files', async () => {
  const { stdout } = await run(['--json', 'freeze.txt', '-'], undefined, 'Python 3.13.0\n');
  const { machine, sources } = JSON.parse(stdout);
  expect(machine).toEqual({ python: '3.13.0', packages: 3 });
  expect(sources.map(({ kind }: { kind: string }) => kind)).toEqual([
    'pip-freeze',
    'python-version',
  ]);
});

test('--constraints prints the upgrades as a constraints file', async () => {
  const { status, stdout } = await run(['--constraints', 'freeze.txt']);
  expect([status, stdout]).toEqual([1, 'numpy==2.0.0\n']);
});

test('the plan needs no upgrade for what is ignored', async () => {
  const { stdout } = await run(['--ignore', 'KF-0001', 'freeze.txt']);
  expect(stdout).not.toContain('Upgrade plan');
});
