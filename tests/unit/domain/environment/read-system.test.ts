import { expect, test } from 'vitest';
import { readSystem } from '../../../../src/domain/environment/read-system.ts';

test.each([
  ['alpine', '#6 [2/4] RUN apk add --no-cache gcc musl-dev'],
  ['alpine', 'creating build/temp.linux-x86_64-cpython-312-x86_64-linux-musl'],
  ['debian', 'E: Unable to locate package; apt-get -y install gcc'],
  ['debian', 'x86_64-linux-gnu-gcc -fPIC -c loom.c'],
  ['debian', '/usr/bin/ld: skipping /usr/lib/aarch64-linux-gnu/libloom.so'],
  ['debian', 'File "/usr/lib/python3/dist-packages/loom.py", line 3'],
  ['fedora', 'gcc (GCC) 14.2.1 20240912 (Red Hat 14.2.1-3)'],
  ['fedora', 'Linux host 5.14.0-427.el9.x86_64'],
  ['arch', 'sudo pacman -S python-loom'],
  ['homebrew', 'clang -I/opt/homebrew/include -c loom.c'],
  ['homebrew', 'creating build/temp.macosx-14.0-arm64-cpython-312'],
  ['windows', String.raw`C:\Users\jo\AppData\Local\Programs\Python\Python312\python.exe`],
  ['windows', 'error: Microsoft Visual C++ 14.0 or greater is required'],
  [undefined, 'gcc -c loom.c'],
  [undefined, 'the captain adapts a brewery'],
])('%s prints %j', (system, line) => {
  expect(readSystem([line])).toBe(system);
});

test('the system of most lines counts, the first one of equally many', () => {
  const [apk, apt] = ['RUN apk add gcc', 'apt install gcc'];
  expect(readSystem([apt, apk, apk])).toBe('alpine');
  expect(readSystem([apt, apk])).toBe('debian');
});
