import { expect, test } from 'vitest';
import { isPortableName } from '../../../../src/domain/text/portable-name.ts';

test.each([
  ['con', 'NUL', 'aux.json', 'com1', 'LPT9.tar.gz', 'com²', 'prn .txt', 'CONIN$'],
  ['demo.', 'demo ', '..', '...', '.git', '.GIT'],
])('%s, %s and the like are names that some system or host cannot have', (...names) => {
  expect(names.filter(isPortableName)).toEqual([]);
});

test('names that only resemble them are accepted', () => {
  const names = ['console', 'com', 'com10', 'null', 'auxlib', 'my.con', '.github', 'git', 'a.b'];
  expect(names.filter((name) => !isPortableName(name))).toEqual([]);
});
