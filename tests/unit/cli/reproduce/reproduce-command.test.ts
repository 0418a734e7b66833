import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { reproduceCommand } from '../../../../src/cli/reproduce/reproduce-command.ts';
import type { ArticleResult } from '../../../../src/cli/reproduce/article-status.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { findProgram } from '../../../support/find-program.ts';
import { folderWith } from '../../../support/folder.ts';
import { makeWheel } from '../../../support/make-wheel.ts';
import { testContext } from '../../../support/mock-server.ts';
import { libraryWithReproduction } from '../../../support/reproduction-library.ts';

const ARTICLE = 'content/articles/demo-crash/en.mdx';

const hasPython = findProgram(['python3', 'python3.exe']) !== undefined;
if (!hasPython) {
  console.warn('Left out, since Python was not found: the tests that run reproductions.');
}

const BROKEN =
  'import os\ndef run():\n    print("Fatal Python error: demo is broken (line 12)")\n    os.abort()\n';
const WORKING = 'def run():\n    print("fine")\n';

/** Releases of the package `demo`, and one of a package that depends on nothing. */
const WHEELS = {
  ...Object.fromEntries(['1.0.0', '1.1.0'].map((version) => makeWheel('demo', version, BROKEN))),
  ...Object.fromEntries(
    ['0.9.0', '1.1.1', '1.2.0b1', '1.2.0', '1.3.0'].map((version) =>
      makeWheel('demo', version, WORKING),
    ),
  ),
};

const PLAN = `broken: { packages: [demo==1.1.0] }
fixed: { packages: [demo==1.2.0] }
steps:
  - run: python run.py
    broken: { exit: crash, prints: [{ article: demo is broken }] }
    fixed: { prints: [fine] }
`;
const RUN = 'import demo\ndemo.run()\n';

/** Makes a library whose first article has a reproduction. */
const library = (plan: string) =>
  libraryWithReproduction({ 'reproduce.yaml': plan, 'run.py': RUN });

/** Writes the releases of `demo` that are known. */
function writeReleases(root: string, versions: readonly string[], yanked: readonly string[] = []) {
  mkdirSync(path.join(root, 'content/releases/PyPI'), { recursive: true });
  writeFileSync(
    path.join(root, 'content/releases/PyPI/demo.json'),
    JSON.stringify({
      ecosystem: 'PyPI',
      package: 'demo',
      checked: '2026-02-01',
      releases: versions.map((version) => ({
        version,
        wheels: 'any',
        ...(yanked.includes(version) && { yanked: true }),
      })),
    }),
  );
}

/** Runs the command with the wheels above as the only packages. */
async function reproduce(root: string, ...args: string[]) {
  return reproduceUntil(new AbortController().signal, root, ...args);
}

/** Runs the command until a signal interrupts it. */
async function reproduceUntil(signal: AbortSignal, root: string, ...args: string[]) {
  const wheels = folderWith(WHEELS);
  const { PATH, HOME } = process.env;
  const offline = {
    PIP_NO_INDEX: '1',
    PIP_FIND_LINKS: wheels,
    UV_FIND_LINKS: wheels,
    UV_OFFLINE: '1',
  };
  const context = testContext(root, { PATH, HOME, ...offline }, { signal });
  const status = await reproduceCommand(args, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text };
}

/** Runs the command with `--json` and returns the results of the only article, by part. */
async function resultsOf(root: string, ...args: string[]) {
  const { status, stdout } = await reproduce(root, '--json', 'KF-9001', ...args);
  const { articles } = JSON.parse(stdout) as { articles: ArticleResult[] };
  const [article] = articles;
  return { status, results: article?.results ?? [] };
}

const withoutTimes = (text: string) =>
  text.replace(/\d+\.\d s/g, '1.0 s').replace(/in \d+ s/, 'in 1 s');

describe.runIf(hasPython)('with Python', () => {
  test('runs both sides and prints a table', async () => {
    const { status, stdout, stderr } = await reproduce(library(PLAN), 'demo-crash');
    expect(withoutTimes(stdout)).toBe(
      `Article  Case  Part    Result      Time   Versions
KF-9001  main  broken  as claimed  1.0 s  demo 1.1.0  demo-crash
KF-9001  main  fixed   as claimed  1.0 s  demo 1.2.0  demo-crash

1 article in 1 s: 1 as claimed
`,
    );
    expect(stderr).toMatch(/^Running commands from the articles on this machine\.\n/);
    expect(status).toBe(0);
  });

  test('says what a side did instead', async () => {
    const plan = PLAN.replace('demo==1.1.0', 'demo==1.3.0');
    const { status, stdout } = await reproduce(library(plan), 'KF-9001', '--side', 'broken');
    expect(stdout.split('\n\n')[0]).toBe(
      `KF-9001 main broken: python run.py
  expected: the line Fatal Python error: demo is broken (line 12)
  found:    exit code 0
  | fine`,
    );
    expect(status).toBe(1);
  });

  test('says what could not be installed', async () => {
    const { status, results } = await resultsOf(library(PLAN.replace('demo==1.1.0', 'demo==7')));
    expect(results.map((result) => result.status)).toEqual(['blocked', 'as-claimed']);
    expect(results[0]?.reason).toMatch(/demo/);
    expect(status).toBe(1);
  });

  test('says what the machine lacks, and does not fail', async () => {
    const plan = `python: "3.99"\nrequires: { commands: [no-such-program] }\n${PLAN}`;
    const { status, results } = await resultsOf(library(plan));
    expect(results.map((result) => [result.status, result.reason])).toEqual(
      Array(2).fill([
        'cannot-run',
        'needs no-such-program; needs Python 3.99, which was not found',
      ]),
    );
    expect(status).toBe(0);
  });

  test('keeps the environments that were used last, at most 40', async () => {
    const root = library(PLAN);
    const cache = path.join(root, '.cache/reproduce');
    const older = Array.from({ length: 50 }, (_, n) => path.join(cache, `older-${n}`));
    for (const [n, folder] of older.entries()) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'known-faults.json'), '{}');
      utimesSync(path.join(folder, 'known-faults.json'), n, n);
    }
    // Of an installation that was interrupted.
    const partial = path.join(cache, 'partial');
    mkdirSync(partial);
    utimesSync(partial, 45, 45);
    await reproduce(root, 'KF-9001');
    expect(globSync('*/', { cwd: cache })).toHaveLength(40);
    expect(existsSync(partial)).toBe(true);
    expect(older.map((folder) => existsSync(folder))).toEqual(older.map((_, n) => n >= 13));
  });

  test('runs the advice in the environment of the broken side, which stays as it was', async () => {
    // Stands for an installer: it replaces the module by the one of the fixed release.
    const plan = `${PLAN}advice:\n  - run: python upgrade.py\n`;
    const upgrade = `import demo\nopen(demo.__file__, "w").write(${JSON.stringify(WORKING)})\n`;
    const files = { 'reproduce.yaml': plan, 'run.py': RUN, 'upgrade.py': upgrade };
    const root = libraryWithReproduction(files);
    for (let run = 0; run < 2; run++) {
      const { results } = await resultsOf(root);
      expect(results.map(({ part, status }) => [part, status])).toEqual([
        ['broken', 'as-claimed'],
        ['fixed', 'as-claimed'],
        ['advice', 'as-claimed'],
      ]);
    }
  });

  test('makes an environment again that a step has changed', async () => {
    const root = library(PLAN);
    await resultsOf(root, '--side', 'broken');
    const cache = path.join(root, '.cache/reproduce');
    const [name = ''] = readdirSync(cache, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const folder = path.join(cache, name);
    writeFileSync(path.join(folder, 'kept'), '');
    expect((await resultsOf(root, '--side', 'broken')).status).toBe(0);
    expect(existsSync(path.join(folder, 'kept'))).toBe(true);
    const [module = ''] = globSync('lib/*/site-packages/demo.py', { cwd: folder });
    appendFileSync(path.join(folder, module), '# changed\n');
    expect((await resultsOf(root, '--side', 'broken')).status).toBe(0);
    expect(existsSync(path.join(folder, 'kept'))).toBe(false);
  });

  test('keeps what cargo has compiled when advice has changed the environment', async () => {
    const plan = `${PLAN}advice:\n  - run: python compile.py\n`;
    // Stands for an installer and for cargo.
    const compile = `import demo, os
open(demo.__file__, "w").write(${JSON.stringify(WORKING)})
open(f"target/crate-{len(os.listdir('target'))}", "w")
`;
    const files = { 'reproduce.yaml': plan, 'run.py': RUN, 'compile.py': compile };
    const root = libraryWithReproduction({ ...files, 'Cargo.toml': '' });
    for (let run = 0; run < 2; run++) {
      expect((await resultsOf(root, '--side', 'advice')).status).toBe(0);
    }
    expect(globSync('.cache/reproduce/*/cargo-target/*', { cwd: root })).toHaveLength(2);
  });

  test('copies the files of one side over the common ones', async () => {
    const plan = `packages: [demo==1.1.0]
broken: {}
fixed: {}
steps:
  - run: python run.py
    broken: { exit: crash }
    fixed: { prints: [other] }
`;
    const files = { 'reproduce.yaml': plan, 'run.py': RUN, 'fixed/run.py': 'print("other")\n' };
    expect((await resultsOf(libraryWithReproduction(files))).status).toBe(0);
  });

  test.runIf(process.platform !== 'win32')(
    'ends a shell step at the first line that fails',
    async () => {
      const step = '  - shell: |\n      false\n      true\n    broken: { exit: 1 }\n';
      const { results } = await resultsOf(library(PLAN + step), '--side', 'broken');
      expect(results.map(({ status }) => status)).toEqual(['as-claimed']);
    },
  );

  test('repeats a fault that depends on chance', async () => {
    // Crashes in the third run only.
    const run = `import os, demo
path = os.environ["COUNTER"]
count = int(open(path).read()) + 1 if os.path.exists(path) else 1
open(path, "w").write(str(count))
demo.run() if count == 3 else None
`;
    const counter = path.join(folderWith(), 'counter');
    const files = {
      'reproduce.yaml': `times: 5\nenv: { COUNTER: '${counter}' }\n${PLAN}`,
      'run.py': run,
    };
    const root = libraryWithReproduction(files);
    expect((await resultsOf(root, '--side', 'broken')).status).toBe(0);
    expect(readFileSync(counter, 'utf8')).toBe('3');
  });

  test('runs the newest release of what the article is about', async () => {
    const { status, results } = await resultsOf(library(PLAN), '--newest');
    expect(results).toMatchObject([
      { part: 'newest', status: 'as-claimed', versions: 'demo 1.3.0' },
    ]);
    expect(status).toBe(0);
  });

  test('with --newest leaves out a case about the releases that it pins', async () => {
    const variant = 'variants:\n  old-message: { newest: skip }\n';
    const { results } = await resultsOf(library(PLAN + variant), '--newest');
    expect(results.map(({ case: name }) => name)).toEqual(['main']);
  });

  test('with --newest a line of a traceback may have another number', async () => {
    const frame = (line: number) => `  File "demo.py", line ${line}, in run`;
    const run = `import demo\ndemo.run()\nprint('${frame(123)}')\n`;
    const root = libraryWithReproduction(
      { 'reproduce.yaml': PLAN.replace('[fine]', '[{ article: in run }]'), 'run.py': run },
      {
        file: ARTICLE,
        from: '## What to do',
        to: `${'```message'}\n${frame(12)}\n${'```'}\n\n## What to do`,
      },
    );
    expect((await resultsOf(root, '--side', 'fixed')).results).toMatchObject([
      { mismatch: { expected: `the line ${frame(12)}` } },
    ]);
    expect((await resultsOf(root, '--newest')).results).toMatchObject([{ status: 'as-claimed' }]);
  });

  test('prints one line for each of several articles, and why some cannot run here', async () => {
    const root = library(PLAN.replace('prints: [fine]', 'prints: [other]'));
    const other = path.join(root, 'content/articles/demo-hang/reproduce');
    mkdirSync(other);
    writeFileSync(
      path.join(other, 'reproduce.yaml'),
      `python: "3.99"\n${PLAN}`.replace(/prints: \[{.*?}\]/, ''),
    );
    const { status, stdout } = await reproduce(root);
    expect(withoutTimes(stdout)).toBe(
      `KF-9001 main fixed: python run.py
  expected: the line other
  found:    exit code 0
  | fine

Article  Result           Parts  Time   Name        Note
KF-9001  differs          1/2    1.0 s  demo-crash  main fixed
KF-9002  cannot run here  0/2    1.0 s  demo-hang   needs Python 3.99, which was not found

2 articles in 1 s: 1 differs, 1 cannot run here
Cannot run here:
  1  needs Python 3.99, which was not found
`,
    );
    expect(status).toBe(1);
  });

  test.runIf(process.platform === 'linux')('stops when it is interrupted', async () => {
    const stop = new AbortController();
    const started = path.join(folderWith(), 'started');
    const step = `  - shell: touch '${started}' && sleep 300\n    side: fixed\n`;
    const root = library(PLAN + step);
    const timer = setInterval(() => existsSync(started) && stop.abort(), 50);
    const { status, stdout, stderr } = await reproduceUntil(
      stop.signal,
      root,
      'KF-9001',
      '--write',
    );
    clearInterval(timer);
    expect(withoutTimes(stdout)).toBe(
      `Article  Case  Part    Result      Time   Versions
KF-9001  main  broken  as claimed  1.0 s  demo 1.1.0  demo-crash

1 article in 1 s: 1 interrupted
Interrupted: the other articles were not run.
`,
    );
    // The advice was not run.
    expect(stderr).not.toContain('verified');
    expect(status).toBe(1);
  });

  test('keeps the working folder when asked to', async () => {
    const { results } = await resultsOf(library(PLAN), '--keep', '--side', 'fixed');
    const folder = results[0]?.folder ?? '';
    expect(readFileSync(path.join(folder, 'run.py'), 'utf8')).toBe(RUN);
  });

  test('writes what was run into the facts', async () => {
    const root = library(PLAN);
    const { stderr } = await reproduce(root, 'KF-9001', '--write');
    expect(stderr).toContain(`KF-9001: wrote verified into ${ARTICLE}\n`);
    const { articles, problems } = await readLibrary(root, '2026-03-01');
    expect(problems).toEqual([]);
    expect(articles[0]?.facts.verified).toEqual({
      on: '2026-03-01',
      platform: expect.stringMatching(/^\w+-\w+$/),
      python: expect.stringMatching(/^3\.\d+\.\d+$/),
      broken: 'demo 1.1.0',
      fixed: 'demo 1.2.0',
    });
  });

  test('names an article of which only the mechanism was shown, and does not write it as verified', async () => {
    const root = library(`shows: mechanism\n${PLAN}`);
    const { status, stdout, stderr } = await reproduce(root, 'KF-9001', '--write');
    expect(stdout).toMatch(/^1 article in \d+ s: 1 mechanism only$/m);
    expect(stderr).toContain(
      'KF-9001: not written, since the main case shows only the mechanism\n',
    );
    expect(status).toBe(0);
  });

  test('counts as claimed an article of which one case shows the fault', async () => {
    const variants = 'variants:\n  other: { shows: mechanism }\n';
    const { stdout } = await reproduce(library(PLAN + variants), 'KF-9001');
    expect(stdout).toMatch(/: 1 as claimed$/m);
  });

  test('writes what was run if only another case cannot run here', async () => {
    const variant = (python: string) =>
      library(`${PLAN}variants:\n  other: { python: "${python}" }\n`);
    const write = async (root: string) => (await reproduce(root, 'KF-9001', '--write')).stderr;
    expect(await write(variant('3.99'))).toContain('KF-9001: wrote verified');
    expect(await write(library(`python: "3.99"\n${PLAN}`))).toContain('KF-9001: not written');
  });

  test('removes the environments of an article when asked to', async () => {
    const root = library(PLAN);
    await reproduce(root, 'KF-9001', '--clean');
    expect(readdirSync(path.join(root, '.cache/reproduce'))).toEqual(['install.log']);
  });

  test('writes nothing if a part did something else', async () => {
    const root = library(PLAN.replace('prints: [fine]', 'prints: [other]'));
    const before = readFileSync(path.join(root, ARTICLE), 'utf8');
    const { stderr } = await reproduce(root, 'KF-9001', '--write');
    expect(stderr).toContain('KF-9001: not written, since not every part did as claimed\n');
    expect(readFileSync(path.join(root, ARTICLE), 'utf8')).toBe(before);
  });

  test('finds the broken releases of a package and writes them into the facts', async () => {
    const root = library(PLAN);
    writeReleases(root, ['0.9.0', '1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'], ['1.0.0']);
    const { status, stdout } = await reproduce(root, 'KF-9001', '--bisect', 'demo', '--write');
    expect(stdout.replace(/(not installed:).*/, '$1')).toBe(
      `0.9.0  fixed
1.0.0  broken   yanked
1.1.0  broken
1.2.0  fixed
1.3.0  fixed
1.4.0  unknown  not installed:

KF-9001: demo is broken from 1.0.0 to before 1.2.0
KF-9001: wrote affected into ${ARTICLE}
`,
    );
    expect(status).toBe(0);
    expect(readFileSync(path.join(root, ARTICLE), 'utf8')).toContain(
      'affected:\n  - { ecosystem: PyPI, package: demo, introduced: "1.0.0", fixed: "1.2.0", measured: 2026-03-01 }\n',
    );
  });

  test('finds a fault that the last release of its minor line no longer has', async () => {
    const root = library(PLAN);
    writeReleases(root, ['0.9.0', '1.0.0', '1.1.0', '1.1.1', '1.2.0']);
    const { stdout } = await reproduce(root, 'KF-9001', '--bisect', 'demo');
    expect(stdout).toContain('KF-9001: demo is broken from 1.0.0 to before 1.1.1\n');
  });

  test('names a release as fixed that readers should install', async () => {
    const root = library(PLAN);
    writeReleases(root, ['1.1.0', '1.2.0b1', '1.2.0', '1.3.0'], ['1.2.0']);
    const { stdout } = await reproduce(root, 'KF-9001', '--bisect', 'demo');
    expect(stdout).toContain('1.2.0b1  fixed\n');
    expect(stdout).toContain('KF-9001: demo is broken from 1.1.0 to before 1.3.0\n');
  });

  test('says in which step a release does what neither side expects, and does not call it affected', async () => {
    // The default of the fixed side is exit code 0, in a step of the broken side, too.
    const root = library(
      PLAN.replace(
        'steps:',
        'steps:\n  - { run: python -c "exit(1)", side: broken, broken: { exit: 1 } }',
      ),
    );
    writeReleases(root, ['1.0.0', '1.1.0', '1.2.0', '1.3.0']);
    const { stdout } = await reproduce(root, 'KF-9001', '--bisect', 'demo', '--write');
    const unknown =
      'not broken: python run.py: exit code 0; not fixed: python -c "exit(1)": exit code 1';
    expect(stdout).toBe(
      `1.0.0  broken
1.1.0  broken
1.2.0  unknown  ${unknown}
1.3.0  unknown  ${unknown}

KF-9001: demo is broken from 1.0.0 through 1.1.0; later releases are unknown
KF-9001: wrote affected into ${ARTICLE}; the start or the end of a range was not measured
`,
    );
    expect(readFileSync(path.join(root, ARTICLE), 'utf8')).toContain(
      'affected:\n  - { ecosystem: PyPI, package: demo, introduced: "1.0.0", fixed: "1.2.0" }\n',
    );
  });

  test('does not call a range measured whose first release does not run here', async () => {
    const root = library(PLAN);
    const file = path.join(root, ARTICLE);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('introduced: "1.0.0"', 'introduced: "0.8.0"'));
    // No wheel has 0.8.0.
    writeReleases(root, ['0.8.0', '1.0.0', '1.1.0', '1.2.0']);
    const { stdout } = await reproduce(root, 'KF-9001', '--bisect', 'demo', '--write');
    expect(stdout.split('\n\n')[1]).toBe(
      `KF-9001: demo is broken from 1.0.0 to before 1.2.0; the releases before do not run here
KF-9001: wrote affected into ${ARTICLE}; the start or the end of a range was not measured
`,
    );
    expect(readFileSync(file, 'utf8')).toContain(
      'affected:\n  - { ecosystem: PyPI, package: demo, introduced: "0.8.0", fixed: "1.2.0" }\n',
    );
  });
});

test('names an article that cannot be run, and why', async () => {
  const { status, stdout } = await reproduce(library('skip: Needs an Apple M4.\n'), 'KF-9001');
  expect(stdout).toBe(
    `Article  Result   Parts  Time  Name        Note
KF-9001  skipped               demo-crash  Needs an Apple M4.

1 article in 0 s: 1 skipped
`,
  );
  expect(status).toBe(0);
});

test('without arguments names the articles that have no reproduction, too', async () => {
  const { stdout } = await reproduce(library('skip: Needs an Apple M4.\n'));
  expect(stdout).toBe(
    `Article  Result           Parts  Time  Name        Note
KF-9001  skipped                       demo-crash  Needs an Apple M4.
KF-9002  no reproduction               demo-hang

2 articles in 0 s: 1 skipped, 1 no reproduction
`,
  );
});

test('prints the summary as JSON, too', async () => {
  const { stdout } = await reproduce(library('skip: Needs an Apple M4.\n'), '--json');
  expect(JSON.parse(stdout)).toEqual({
    summary: {
      counts: {
        'as-claimed': 0,
        'mechanism-only': 0,
        differs: 0,
        blocked: 0,
        'cannot-run': 0,
        interrupted: 0,
        'nothing-to-run': 0,
        skipped: 1,
        'no-reproduction': 1,
      },
      seconds: 0,
      cannotRun: [],
      isInterrupted: false,
    },
    articles: [
      {
        ...{ id: 'KF-9001', slug: 'demo-crash', status: 'skipped' },
        ...{ skip: 'Needs an Apple M4.', results: [] },
      },
      { id: 'KF-9002', slug: 'demo-hang', status: 'no-reproduction', results: [] },
    ],
  });
});

test('runs only a share of the articles', async () => {
  const root = library('skip: Needs an Apple M4.\n');
  expect((await reproduce(root, '--share', '1/2')).stdout).toContain('1 skipped');
  expect((await reproduce(root, '--share', '2/2')).stdout).not.toContain('skipped');
});

test.each([
  [['KF-0000'], 'KF-0000: no article without errors has this id or slug.'],
  [['KF-9002'], 'KF-9002: the article has no reproduce/reproduce.yaml.'],
  [['--side', 'both'], '--side: found both; allowed: broken, fixed, advice.'],
  [['--share', '3/2'], '--share: found 3/2; allowed: K/N such as 2/8.'],
  [['--share', '2'], '--share: found 2; allowed: K/N such as 2/8.'],
  [['--write', '--newest'], '--write: allowed without --side, --case and --newest.'],
  [
    ['KF-9001', '--bisect', 'demo'],
    '--bisect: demo has no file in content/releases; fetch it: npm run update:releases -- --only PyPI/demo',
  ],
  [['KF-9001', '--case', 'nope'], '--case: found nope; allowed: main.'],
])('refuses %j', async (args, message) => {
  const { status, stderr } = await reproduce(library(PLAN), ...args);
  expect(stderr).toContain(`${message}\nTry \`npm run reproduce -- --help\`.\n`);
  expect(status).toBe(2);
});

test('refuses a plan with a mistake before anything runs', async () => {
  const { status, stderr } = await reproduce(library(PLAN.replace('exit: crash', 'exit: boom')));
  expect(stderr).toContain('reproduce.yaml:5 steps[0].broken.exit: found "boom"');
  expect(stderr).not.toContain('Running commands');
  expect(status).toBe(2);
});
