import { expect, test } from 'vitest';
import { simpleCommands } from '../../../../src/domain/reproduction/simple-commands.ts';

test.each([
  ['python run.py', ['python run.py']],
  ['  python   run.py  ', ['python run.py']],
  ['gcc -c \\\n      a.c', ['gcc -c a.c']],
  ['cargo build && cp a b', ['cargo build', 'cp a b']],
  ['export A=1\n\necho $A; echo', ['export A=1', 'echo $A', 'echo']],
  [
    'python -c "import a; a.b && c\nprint(1)  # one"',
    ['python -c "import a; a.b && c\nprint(1)  # one"'],
  ],
  [`echo "it's; a \\"; b" 'c\\'; d`, [`echo "it's; a \\"; b" 'c\\'`, 'd']],
  ['python run.py   # slow; wait', ['python run.py']],
  ['# only a comment\npython run.py#1', ['python run.py#1']],
  ['python run.py 2>/dev/null', ['python run.py']],
  ['g++ a.cpp 2>&1 | grep error: | head -3', ['g++ a.cpp']],
  ['cat a | python', ['cat a | python']],
  ['venv/bin/python run.py', ['python run.py']],
  ['./.venv/bin/python3 run.py', ['python run.py']],
  ['g++ $(venv/bin/python -m pybind11 --includes)', ['g++ $(python -m pybind11 --includes)']],
  ['/usr/bin/python3 run.py', ['/usr/bin/python3 run.py']],
  ['python3.12 run.py', ['python run.py']],
  ['python3.13t run.py', ['pythont run.py']],
  ['old/bin/python -m pip install a', ['pip install a']],
  ['python3 -m pip install a', ['pip install a']],
  ['pip3 install a', ['pip install a']],
  ['gcc $(python3.13-config --includes) a.c', ['gcc $(python-config --includes) a.c']],
  ['timeout -s ABRT 20 python run.py', ['python run.py']],
  ['', []],
])('%j consists of %j', (text, commands) => {
  expect(simpleCommands(text)).toEqual(commands);
});
