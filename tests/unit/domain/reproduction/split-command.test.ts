import { expect, test } from 'vitest';
import { splitCommand } from '../../../../src/domain/reproduction/split-command.ts';

test.each([
  ['python run.py', ['python', 'run.py']],
  [`python -c "import a; print('b')"`, ['python', '-c', "import a; print('b')"]],
  [`sed -i 's/x/y z/' a\\ b.c`, ['sed', '-i', 's/x/y z/', 'a b.c']],
  ['pip install "cython>=3"', ['pip', 'install', 'cython>=3']],
])('splits %s', (command, expected) => {
  expect(splitCommand(command)).toEqual(expected);
});

test.each([
  'python run.py | head -1',
  'python run.py > out.txt',
  'python run.py && echo done',
  'ls *.so',
  'echo $HOME',
  'gcc $(python3-config --includes) a.c',
  'VARIABLE=1 python run.py',
  'python run.py # comment',
  '',
])('leaves %s to a shell', (command) => {
  expect(splitCommand(command)).toBeUndefined();
});
