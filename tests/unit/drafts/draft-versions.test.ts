import { namesOf } from '../../../src/drafts/versions/known-project.ts';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/drafts/reading/reading.ts';
import type { Role } from '../../../src/drafts/reading/roles.ts';
import { claimsOf } from '../../../src/drafts/versions/version-claims.ts';
import { names } from '../../support/draft-sources.ts';

/** What one line says of versions, as `fixed 3.0.11`. */
function claims(text: string, role?: Role): string {
  const reading: Reading = {
    source: { kind: 'text', lines: [text] },
    lines: [{ number: 1, text, isHeading: false, voice: 'author', ...(role && { role }) }],
    code: [],
    clutter: [],
    isChinese: false,
  };
  return claimsOf(reading, names)
    .map(({ kind, version }) => `${kind} ${version}`)
    .join(', ');
}

describe('what an English sentence says of versions', () => {
  test.each([
    [
      'Cython 3.0.0 through 3.0.10 are affected; fixed in 3.0.11.',
      'introduced 3.0.0, last 3.0.10, fixed 3.0.11',
    ],
    ['This was fixed in Cython 3.1.0.', 'fixed 3.1.0'],
    ['The regression was introduced in 3.0.9.', 'introduced 3.0.9'],
    ['Broken since NumPy 1.25.', 'introduced 1.25'],
    ['After upgrading from 0.59.1 to 0.60.0 the import fails.', 'good 0.59.1, introduced 0.60.0'],
    ['Versions before 0.22.4 are affected.', 'fixed 0.22.4'],
    ['PyO3 0.20 and later are affected.', 'introduced 0.20'],
    ['It works with 3.0.8 but fails with 3.0.9.', 'good 3.0.8, broken 3.0.9'],
    ['The fix was released in 2.0.2.', 'fixed 2.0.2'],
    ['The fix will be in the 0.61.1 release.', 'fixed 0.61.1'],
    ['It was backported to 1.26.3.', 'fixed 1.26.3'],
    ['Starting with pybind11 2.13.0, the import deadlocks.', 'introduced 2.13.0'],
    ['As of 2.13.0 this is refused.', 'introduced 2.13.0'],
    ['Affected versions: >=3.0.0,<3.0.11', 'introduced 3.0.0, fixed 3.0.11'],
    ['This is still broken in 3.0.10.', 'broken 3.0.10'],
    ['3.0.11 contains the fix.', 'fixed 3.0.11'],
    ['not fixed in 3.0.10', 'broken 3.0.10'],
    ['Introduced in 3.0.0 and fixed in 3.0.11.', 'introduced 3.0.0, fixed 3.0.11'],
    ['Fixed in 3.1.0 and 3.0.12.', 'fixed 3.1.0, fixed 3.0.12'],
    ['Ubuntu 22.04, GCC 13.2', 'broken 22.04, broken 13.2'],
    ['Since upgrading to NumPy 2.0.0 our extension crashes', 'introduced 2.0.0'],
    ['This has been fixed by #6123 and will be part of 3.0.11.', 'fixed 3.0.11'],
    ['Upgrading to 0.61.2 fixes it', 'fixed 0.61.2'],
    ['The last working version is 2.10.4', 'good 2.10.4'],
    ['fixed in numba 0.61.2, which was released yesterday', 'fixed 0.61.2'],
    ['Closing since this was released with 0.22.4', 'fixed 0.22.4'],
    ['The bug exists from 2.11.0 up to and including 2.13.1', 'introduced 2.11.0, last 2.13.1'],
    ['All 3.0.x releases are affected', 'introduced 3.0, last 3.0'],
    ['Only NumPy 2.1 is affected', 'broken 2.1'],
    ['Affects: 3.0.0 - 3.0.10', 'introduced 3.0.0, last 3.0.10'],
    [
      'The bug was present in all versions from 3.0.0 until 3.0.10.',
      'introduced 3.0.0, last 3.0.10',
    ],
    ['Resolved in Cython 3.0.11 (gh-6191).', 'fixed 3.0.11'],
    ["It's fixed in the 3.0.x branch", ''],
    ['works fine on 3.0.8 and earlier, but 3.0.9+ is broken', 'good 3.0.8, introduced 3.0.9'],
    ['I am on numba 0.60.0', 'broken 0.60.0'],
    ['downgrading to 1.26.4 helps', 'good 1.26.4'],
    ['This will be fixed in the next release (0.61.2)', 'fixed 0.61.2'],
    ['A fix was merged for 2.13.2', 'fixed 2.13.2'],
    ['v0.22.4 has the fix', 'fixed 0.22.4'],
    ['Cython 3.0.11 is out with the fix', 'fixed 3.0.11'],
    ['It will be part of 3.1.0.', 'fixed 3.1.0'],
    ['The fix is available in 3.1.0', 'fixed 3.1.0'],
    ['If you are using NumPy 2.0 or above, the import fails', 'introduced 2.0'],
    ['Only versions 2.10.0 to 2.10.3 have this problem', 'introduced 2.10.0, last 2.10.3'],
    ['support for 3.13t landed in 0.23.0', 'fixed 0.23.0'],
    ['This is a regression from 0.59.1 to 0.60.0', 'good 0.59.1, introduced 0.60.0'],
    ['Regression in 0.60.0 (worked in 0.59.1)', 'introduced 0.60.0, good 0.59.1'],
  ])('%s -> %s', (text, expected) => {
    expect(claims(text)).toBe(expected);
  });
});

describe('what a Chinese sentence says of versions', () => {
  test.each([
    ['Cython 3.0.0 到 3.0.10 受影响，3.0.11 修复', 'introduced 3.0.0, last 3.0.10, fixed 3.0.11'],
    ['该问题在 Cython 3.0.11 版本中得到修复。', 'fixed 3.0.11'],
    ['该问题已在 0.61.2 中修复', 'fixed 0.61.2'],
    ['修复于 0.61.2', 'fixed 0.61.2'],
    ['0.61.2 版本修复了该问题', 'fixed 0.61.2'],
    ['官方在 0.61.2 版本修复了这个缺陷', 'fixed 0.61.2'],
    ['修复版本：0.61.2', 'fixed 0.61.2'],
    ['从 pybind11 2.13.0 版本开始，导入会死锁', 'introduced 2.13.0'],
    ['自 2.13.0 起，导入会死锁', 'introduced 2.13.0'],
    ['这是 2.13.0 引入的回归', 'introduced 2.13.0'],
    ['升级至 Cython 3.0.11 及以上版本即可解决', 'fixed 3.0.11'],
    ['升级到 NumPy 2.0 后，程序崩溃', 'introduced 2.0'],
    ['升级到 3.0.11 后问题消失', 'fixed 3.0.11'],
    ['升级到 3.0.11 之后，问题消失', 'fixed 3.0.11'],
    ['3.0.11 之前的版本都受影响', 'fixed 3.0.11'],
    ['受影响的是低于 3.0.11 的版本', 'fixed 3.0.11'],
    ['3.0.10 及之前版本受影响', 'last 3.0.10'],
    ['影响版本：3.0.0 - 3.0.10', 'introduced 3.0.0, last 3.0.10'],
    ['受影响版本：>= 3.0.0, < 3.0.11', 'introduced 3.0.0, fixed 3.0.11'],
    ['3.0.0~3.0.10 均受影响', 'introduced 3.0.0, last 3.0.10'],
    ['3.0.8 版本正常，3.0.9 版本报错', 'good 3.0.8, broken 3.0.9'],
    ['直到 3.0.11 才修复', 'fixed 3.0.11'],
    ['3.0.11 及更高版本不受影响', 'fixed 3.0.11'],
    ['在Cython 3.0.10版本中，用户报告了一个错误', 'broken 3.0.10'],
    ['近期在1.8.3版本中出现了问题', 'broken 1.8.3'],
    ['在 Windows 平台上，Python 3.12 编译失败', 'broken 3.12'],
    ['Python3.12及以上版本会触发', 'introduced 3.12'],
    ['仅针对Python 3.13版本', 'broken 3.13'],
    ['Python 3.8 到 3.11 不受影响', ''],
    ['支持 Python 3.8 到 3.12', ''],
    ['从 3.0.9 升级到 3.0.10 后开始报错', 'good 3.0.9, introduced 3.0.10'],
    ['将 Cython 从 3.0.10 升级到 3.0.11 即可解决', 'broken 3.0.10, fixed 3.0.11'],
    ['Cython 3.0.11 及之后版本已修复', 'fixed 3.0.11'],
    ['受影响的版本为 0.21.0 至 0.22.3（含）', 'introduced 0.21.0, last 0.22.3'],
    ['PyO3 0.21.0 引入，0.22.4 修复', 'introduced 0.21.0, fixed 0.22.4'],
    ['在 PyO3 0.22.4 中得到了修复', 'fixed 0.22.4'],
    ['影响版本 numba 0.59.0–0.60.0，0.61.0 已修复', 'introduced 0.59.0, last 0.60.0, fixed 0.61.0'],
    [
      '该 Bug 存在于 Cython 3.0.0 至 3.0.10 版本中，并在 3.0.11 中得到修复',
      'introduced 3.0.0, last 3.0.10, fixed 3.0.11',
    ],
    ['官方已于 3.0.11 版本修复此问题', 'fixed 3.0.11'],
    ['建议升级到 3.0.11+', 'fixed 3.0.11'],
    ['在 3.0.11（含）之后的版本中已修复', 'fixed 3.0.11'],
    ['Cython>=3.0.11 已修复', 'fixed 3.0.11'],
    ['Cython 3.1 之前的所有版本均受影响', 'fixed 3.1'],
    ['从 Python 3.12 开始，distutils 被移除', 'introduced 3.12'],
    ['仅在 Python 3.12 及以上版本出现', 'introduced 3.12'],
    ['Python 3.11 及以下版本不受影响', 'good 3.11'],
    ['Python 3.8-3.11 均可复现', 'introduced 3.8, last 3.11'],
    ['此问题影响 PyO3 0.21 至 0.22.3 版本', 'introduced 0.21, last 0.22.3'],
    ['PyO3 0.22.4 发布后该问题已解决', 'fixed 0.22.4'],
    ['该修复已包含在 0.22.4 中', 'fixed 0.22.4'],
    ['修复已合并到主分支，将随 3.1.0 发布', 'fixed 3.1.0'],
    ['降级至 0.59.1 即可恢复正常', 'good 0.59.1'],
    ['自 NumPy 1.25 版本以来一直存在', 'introduced 1.25'],
    ['在升级到 Cython 3.0.9 之后出现', 'introduced 3.0.9'],
    ['首次出现在 3.0.9 版本', 'introduced 3.0.9'],
    ['问题最早出现于 3.0.9', 'introduced 3.0.9'],
    ['始于 3.0.9', 'introduced 3.0.9'],
    ['截至 3.0.10 仍未修复', 'broken 3.0.10'],
    ['直至 3.0.11 才得到解决', 'fixed 3.0.11'],
    ['在 3.0.11 中已不存在', 'good 3.0.11'],
    ['在 2.10.0 到 2.10.3 之间的版本', 'introduced 2.10.0, last 2.10.3'],
    ['| 3.0.0 - 3.0.10 | 受影响 |', 'introduced 3.0.0, last 3.0.10'],
    ['| >= 3.0.11 | 已修复 |', 'fixed 3.0.11'],
    ['官方在 v3.0.11 中修复', 'fixed 3.0.11'],
    ['numba 0.59.0 及更早版本没有这个问题', 'good 0.59.0'],
    ['在 Python 3.13 上无法编译', 'broken 3.13'],
    ['Python 3.12 中移除了 distutils', 'introduced 3.12'],
    ['PyO3 0.23 才支持自由线程构建', ''],
  ])('%s -> %s', (text, expected) => {
    expect(claims(text)).toBe(expected);
  });
});

describe('where a source says what to do, a version is the way out', () => {
  test.each([
    ['Please upgrade to numba 0.61.2 or later.', 'fixed 0.61.2', 'solution'],
    ['升级到 3.0.11 或更高版本', 'fixed 3.0.11', 'solution'],
    ['回退到 NumPy 1.26.4', 'good 1.26.4', 'workaround'],
    ['降级到 numpy<2', 'introduced 2', 'workaround'],
    ['确保使用最新版本的python3-dll-a工具（0.21.4或更高版本）', 'fixed 0.21.4', 'solution'],
    ['You need numba>=0.61.2', 'fixed 0.61.2', 'solution'],
    ['建议升级 numba 到 0.61.2', 'fixed 0.61.2', 'solution'],
    ['pip install "numba>=0.61.2"', 'fixed 0.61.2', 'solution'],
    ['请使用 Cython 3.0.11 或以上版本', 'fixed 3.0.11', 'solution'],
    ['pip install -U cython==3.0.11 解决', 'fixed 3.0.11', 'solution'],
    ['用 Cython 3.0.11 重新编译', 'fixed 3.0.11', 'solution'],
    ['Rebuild with Cython 3.0.11 or newer', 'fixed 3.0.11', 'solution'],
    ['最低需要 PyO3 0.23', '', 'solution'],
  ] as const)('%s -> %s (%s)', (text, expected, role) => {
    expect(claims(text, role)).toBe(expected);
  });
});

const ownersOf = (text: string) =>
  claimsOf(
    {
      source: { kind: 'text', lines: [text] },
      lines: [{ number: 1, text, isHeading: false, voice: 'author' }],
      code: [],
      clutter: [],
      isChinese: false,
    },
    names,
  ).map(({ owner, version }) => [
    typeof owner === 'object' ? `${owner.ecosystem} ${owner.name}` : owner,
    version,
  ]);

describe('whose version it is', () => {
  test.each([
    ['Cython 3.0.10 crashes.', [['PyPI cython', '3.0.10']]],
    ['在 PyO3 0.22.3 中崩溃', [['crates.io pyo3', '0.22.3']]],
    ['PyO3/maturin 1.7.5 fails.', [['PyPI maturin', '1.7.5']]],
    ['Python3.12 上崩溃', [['python', '3.12']]],
    [
      'Ubuntu 22.04 with GCC 13.2 crashes.',
      [
        ['other', '22.04'],
        ['other', '13.2'],
      ],
    ],
    ['the 3.13t build crashes.', [['python', '3.13']]],
    ['3.0.11 版本的 Cython 会崩溃', [['PyPI cython', '3.0.11']]],
    ['It crashes since 3.0.9.', [[undefined, '3.0.9']]],
    [
      'Python 3.12 fails. 0.57.1 does not.',
      [
        ['python', '3.12'],
        [undefined, '0.57.1'],
      ],
    ],
    [
      'numpy-1.26.4 and numpy==2.0.0 differ',
      [
        ['PyPI numpy', '1.26.4'],
        ['PyPI numpy', '2.0.0'],
      ],
    ],
    ['It takes 1.5 GB and 2.5 s more.', []],
  ])('%s', (text, expected) => {
    expect(ownersOf(text)).toEqual(expected);
  });
});

test('a number without a name is a version of a package only where it may be one of its releases', () => {
  const releases = new Map([
    [
      'PyPI/numba',
      {
        ecosystem: 'PyPI' as const,
        package: 'numba',
        checked: '2026-11-21',
        releases: [{ version: '0.61.2' }, { version: '0.62.0' }],
      },
    ],
  ]);
  const { mayBeRelease } = namesOf(new Map(), releases);
  const numba = { ecosystem: 'PyPI' as const, name: 'numba' };
  const told = ['0.62.0', '0.62', '0.63.1', '1.0.0', '7.4.4', '0.61.3', '17.10'].map((version) =>
    mayBeRelease(numba, version),
  );
  expect(told).toEqual([true, true, true, true, false, false, false]);
  // Of a package that nobody has asked about anything may be a release.
  expect(mayBeRelease({ ecosystem: 'PyPI', name: 'greenlet' }, '17.10')).toBe(true);
});
