import { describe, expect, test } from 'vitest';
import { fixSchema } from '../../../../src/domain/facts/fix-schema.ts';

const messageFor = (fix: { text: string; command?: string }) =>
  fixSchema.safeParse(fix).error?.issues.map(({ message }) => message);

describe('the sentence', () => {
  test.each([
    'Upgrade.',
    'Update Numba.',
    'Upgrade to the latest version.',
    'Upgrade NumPy to a newer release',
    'update to the newest version of numpy.',
    '升级。',
    '请升级到最新版本。',
    '升级 numpy 到新版',
  ])('is refused if it only says to upgrade: %s', (text) => {
    expect(messageFor({ text })).toEqual([
      'a sentence that names the release to upgrade to, or says what to do',
    ]);
  });

  test.each([
    'Upgrade Numba to 0.61.2 or later.',
    'Upgrade pip in the container before you install the wheel.',
    'Update the lock file, then rebuild.',
    '把 Numba 升级到 0.61.2 或更高版本。',
  ])('may say what to do: %s', (text) => {
    expect(messageFor({ text })).toBeUndefined();
  });

  test('has at most 160 characters on one line', () => {
    expect(messageFor({ text: 'x'.repeat(161) })).toEqual(['at most 160 characters']);
    expect(messageFor({ text: 'Install it,\nthen rebuild.' })).toEqual(['text on one line']);
  });
});

describe('the command', () => {
  test.each([
    ['$ pip install x', 'a command without a prompt'],
    ['>>> import x', 'a command without a prompt'],
    ['C:\\Users\\me> pip install x', 'a command without a prompt'],
    ['pip install <package>', 'a command without placeholders, or no command'],
    ['pip install ...', 'a command without placeholders, or no command'],
    ['export TOKEN=YOUR_TOKEN_HERE', 'a command without placeholders, or no command'],
    ['pip install numpy<2', 'a command with version bounds in double quotes: "numpy<2"'],
    ['pip install "numpy<2', 'a command whose quotes are closed'],
    [
      "pip install 'numpy<2'",
      'a command with version bounds in double quotes, which every shell accepts: "numpy<2"',
    ],
    ['pip install “numpy<2”', 'a command in printable ASCII, with straight quotes'],
    ['pip install\u00a0x', 'a command in printable ASCII, with straight quotes'],
    ['pip install x\u202e', 'a command in printable ASCII, with straight quotes'],
    ['pip install a\npip install b', 'text on one line'],
  ])('is refused if it cannot be pasted: %s', (command, message) => {
    expect(messageFor({ text: 'Do it.', command })?.[0]).toBe(message);
  });

  test.each([
    'pip install --upgrade "numba>=0.61.2"',
    'pip install --force-reinstall --no-cache-dir "numpy>=1.26,<2"',
    'export OMP_NUM_THREADS=1',
    'docker run --security-opt seccomp=unconfined image',
    "python -c 'import numpy; print(numpy.__version__)'",
    'cargo update -p pyo3 --precise 0.22.4',
  ])('is one line as it is typed: %s', (command) => {
    expect(messageFor({ text: 'Do it.', command })).toBeUndefined();
  });
});
