import { expect, test } from 'vitest';
import { uncheckedCommands } from '../../../../src/content/reproduction/unchecked-commands.ts';
import { reproductionSchema } from '../../../../src/domain/reproduction/reproduction.ts';

/** Returns the commands that are reported for a console block of a section. */
function unchecked(consoleText: string, fields: object = {}, section = 'Reproduce it'): string[] {
  const body = `\n## ${section}\n\n\`\`\`console\n${consoleText}\n\`\`\`\n`;
  const reproduction = reproductionSchema.parse({
    packages: ['setuptools'],
    env: { OMP_NUM_THREADS: '2' },
    requires: { debian: ['libfoo-dev'] },
    broken: { packages: ['demo==1.1.0'] },
    fixed: { packages: ['demo==1.2.0'] },
    advice: [{ run: 'pip install -U "demo>=1.2"' }],
    steps: [
      { shell: 'gcc -c a.c && gcc a.o' },
      { run: 'python run.py', broken: { exit: 1 } },
      { run: 'python -c "import a\nprint(a)"', side: 'fixed' },
    ],
    variants: { other: { steps: [{ run: 'grep VERSION lib/demo/version.h' }] } },
    ...fields,
  });
  const text = { file: 'en.mdx', body, bodyLine: 11, hasComponents: false };
  const { commands } = uncheckedCommands(
    { ...text, anchors: [], links: [], lineOf: () => 1 },
    { reproduction },
  );
  return commands.map((command) => command.text);
}

test.each([
  ['a step', '$ python run.py\nfine'],
  ['a step with output left out', '$ python3 run.py 2>&1 | tail -1'],
  ['the command of one side over several lines', '$ python -c "import a\nprint(a)"'],
  ['parts of steps', '$ gcc a.o\n$ gcc -c a.c'],
  ['a step of a variant, with a part left out', '$ grep VERSION .../version.h'],
  ['advice', '$ pip install -U "demo>=1.2"'],
  [
    'the environment',
    '$ python3.11 -m venv venv && venv/bin/pip install -q setuptools Demo==1.1.0',
  ],
  ['the other environment', '$ uv pip install demo==1.2.0'],
  ['a variable', '$ OMP_NUM_THREADS=2 timeout 20 python run.py; echo "exit $?"'],
  ['a variable before the step', '$ export OMP_NUM_THREADS=2\n$ python run.py'],
  ['system packages', '$ sudo apt install libfoo-dev'],
])('accepts %s', (_, text) => {
  expect(unchecked(text)).toEqual([]);
});

test.each([
  ['another command', 'python other.py'],
  ['another option', 'python -X dev run.py'],
  ['one of two commands', 'python run.py && python other.py'],
  ['another release than was installed', 'pip install demo==1.1.1'],
  ['a package that was not installed', 'pip install demo==1.1.0 numpy'],
  ['an option that changes what is installed', 'pip install --no-binary :all: demo==1.1.0'],
  ['a variable that is not set', 'OMP_NUM_THREADS=3 python run.py'],
  ['another system package', 'apt install libbar-dev'],
])('reports %s', (_, command) => {
  expect(unchecked(`$ ${command}`)).toEqual([command]);
});

test('looks at Are you affected?, and not at What to do', () => {
  expect(unchecked('$ demo --version', {}, 'Are you affected?')).toEqual(['demo --version']);
  expect(unchecked('$ demo --version', {}, 'What to do')).toEqual([]);
});

test('accepts a command that not_run names', () => {
  const fields = { not_run: [{ command: 'otool -L', reason: 'Needs macOS.' }] };
  expect(unchecked('$ otool -L demo.so\n$ demo --version', fields)).toEqual(['demo --version']);
});
