import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/drafts/reading/languages.ts';
import { withoutLineNumbers } from '../../../src/drafts/reading/line-numbers.ts';
import { codeLanguage } from '../../../src/drafts/reading/line-kinds.ts';
import { cleanTitle } from '../../../src/drafts/reading/find-title.ts';
import { isClutter, opensTail } from '../../../src/drafts/reading/clutter.ts';
import { readSourceText } from '../../../src/drafts/reading/reading.ts';
import { bareRoleOf, roleOf } from '../../../src/drafts/reading/roles.ts';
import { readSource } from '../../../src/drafts/source/source.ts';
import { fenceLanguages } from '../../../src/content/render/highlight.ts';

const read = (...lines: string[]) => readSourceText(readSource(lines.join('\n')));

/** The blocks of a text as `python: first line | second line`. */
const blocks = (...lines: string[]) =>
  read(...lines).code.map(({ language, text }) => `${language}: ${text.replaceAll('\n', ' | ')}`);

test('every language of a draft may stand behind the backticks of an article', () => {
  for (const language of languages) expect(fenceLanguages).toContain(language);
});

describe('a line gives its language away', () => {
  test.each([
    ['import numpy as np', 'python'],
    ['from numba import njit, prange', 'python'],
    ['def f(x: int) -> int:', 'python'],
    ['@njit(parallel=True)', 'python'],
    ['print("完成")  # 打印结果', 'python'],
    ['for i in range(10):', 'python'],
    ['result = module.call(1, 2)', 'python'],
    ['cdef double[:] view', 'cython'],
    ['cpdef int add(int a, int b) nogil:', 'cython'],
    ['from libc.math cimport sqrt', 'cython'],
    ['#include <Python.h>', 'c'],
    ['static PyObject *f(PyObject *self, PyObject *args) {', 'c'],
    ['__pyx_t_1 = __pyx_r;', 'c'],
    ['PYBIND11_MODULE(demo, m) {', 'cpp'],
    ['py::gil_scoped_release release;', 'cpp'],
    ['use pyo3::prelude::*;', 'rust'],
    ['#[pyfunction]', 'rust'],
    ['fn add(a: i64, b: i64) -> PyResult<i64> {', 'rust'],
    ['$ pip install numba', 'console'],
    ['pip install "cython>=3.0.11"', 'console'],
    ['!pip install numpy==1.26.4', 'console'],
    ['PS C:\\work> cargo build', 'console'],
    ['python setup.py build_ext --inplace', 'console'],
    ['[build-system]', 'toml'],
    ['find_package(pybind11 REQUIRED)', 'cmake'],
    ['Traceback (most recent call last):', 'message'],
    ['ImportError: DLL load failed while importing _core: 找不到指定的模块。', 'message'],
    [
      'error LNK2019: 无法解析的外部符号 __imp__Py_NoneStruct，函数 PyInit_demo 中引用了该符号',
      'message',
    ],
    ['solver.pyx:12:5: undeclared name not builtin: long', 'message'],
    ['Segmentation fault (core dumped)', 'message'],
    ["thread 'main' panicked at src/lib.rs:1:2:", 'message'],
  ])('%s -> %s', (line, language) => {
    expect(codeLanguage(line)).toBe(language);
  });
});

describe('a sentence is no code', () => {
  test.each([
    'The import fails with a segmentation fault on Windows.',
    'return values of the function are wrong when the array is empty',
    'If you are using numba with the debugger, this is what happens:',
    '升级到 Cython 3.0.11 即可解决该问题。',
    '在循环中调用该函数，可以观察到内存不断上涨：',
    '报错 ImportError: numpy.core.multiarray failed to import 尤其常见，因为很多库都依赖它',
    '最后调用 close() 释放资源',
    'This is not what we want, but it is what the compiler does with it.',
    'with the following error:',
    'for example in Python:',
  ])('%s', (line) => {
    expect(codeLanguage(line)).toBeUndefined();
  });
});

describe('code that lost its fences comes back as blocks', () => {
  test('a traceback between Chinese sentences', () => {
    expect(
      blocks(
        '运行之后报错：',
        'Traceback (most recent call last):',
        '  File "a.py", line 1, in <module>',
        '    import demo',
        'ImportError: demo is broken',
        '这说明扩展没有编译好。',
      ),
    ).toEqual([
      'message: Traceback (most recent call last): |   File "a.py", line 1, in <module> |     import demo | ImportError: demo is broken',
    ]);
  });

  test('Python without its indentation, with comments', () => {
    expect(
      blocks(
        '代码如下：',
        '# 加载模块',
        'import demo',
        '',
        'def run():',
        'return demo.run()',
        '结束。',
      ),
    ).toEqual(['python: # 加载模块 | import demo |  | def run(): | return demo.run()']);
  });

  test('commands and what they print are one session; the sentence between two is not', () => {
    expect(
      blocks(
        '$ pip install .',
        'error: metadata-generation-failed',
        '然后换一个版本：',
        '$ pip install demo',
      ),
    ).toEqual([
      'console: $ pip install . | error: metadata-generation-failed',
      'console: $ pip install demo',
    ]);
  });

  test('the name of the language above, and the button of the page, are gone', () => {
    expect(blocks('如下：', 'bash', '复制代码', 'pip install demo', '即可。')).toEqual([
      'bash: pip install demo',
    ]);
    expect(blocks('如下：', 'python 代码解读复制代码import demo', 'demo.run()')).toEqual([
      'python: import demo | demo.run()',
    ]);
  });

  test('newlines that became spaces are newlines again', () => {
    expect(blocks('一行代码：', 'import demo    demo.setup()    demo.run()')).toEqual([
      'python: import demo | demo.setup() | demo.run()',
    ]);
    expect(blocks('一行代码：', 'def run():    return 1')).toEqual([
      'python: def run(): |     return 1',
    ]);
  });

  test('a fence keeps what it holds; its language is told where its name is vague', () => {
    expect(blocks('```', 'ImportError: demo is broken', '```')).toEqual([
      'message: ImportError: demo is broken',
    ]);
    expect(blocks('```py', 'x = 1', '```', '```shell', '$ demo', '```')).toEqual([
      'python: x = 1',
      'console: $ demo',
    ]);
  });
});

describe('line numbers that came along are gone', () => {
  test.each([
    [
      ['1', '2', '3', 'import a', 'import b'],
      ['import a', 'import b'],
    ],
    [
      ['1', '2', '3 import a', 'import b'],
      ['import a', 'import b'],
    ],
    [['1 2 3 4', 'import a'], ['import a']],
    [['import a', '1.2.3.'], ['import a']],
    [
      ['1 import a', '2 ', '3 def f():', '4     return 1'],
      ['import a', '', 'def f():', '    return 1'],
    ],
    [
      ['1import a', '2import b', '3b.run()'],
      ['import a', 'import b', 'b.run()'],
    ],
    [
      ['1. Upgrade the package', '2. Rebuild it', '3. Restart'],
      ['1. Upgrade the package', '2. Rebuild it', '3. Restart'],
    ],
    [
      ['2024 was long', '3 of them'],
      ['2024 was long', '3 of them'],
    ],
  ])('%j', (lines, kept) => {
    expect(withoutLineNumbers(lines).filter((line) => line !== undefined)).toEqual(kept);
  });
});

describe('a heading has a role, whatever marks it', () => {
  test.each([
    ['## 问题背景', 'background'],
    ['一、问题描述', 'symptom'],
    ['**错误现象**', 'symptom'],
    ['2. 根本原因分析', 'cause'],
    ['（三）解决方案', 'solution'],
    ['四、临时解决方案', 'workaround'],
    ['最佳实践建议', 'advice'],
    ['总结', 'summary'],
    ['技术背景', 'cause'],
    ['影响范围', 'affected'],
    ['复现步骤：', 'reproduce'],
    ['参考资料', 'links'],
    ['🔧 解决办法', 'solution'],
    ['### Describe the bug', 'symptom'],
    ['### Code to reproduce the behaviour:', 'reproduce'],
    ['### Your Python version (`python --version`)', 'environment'],
    ['## Root cause', 'cause'],
    ['**Workaround:**', 'workaround'],
    ['How to fix it', 'solution'],
    ['Lessons learned', 'advice'],
    ['References', 'links'],
    ['怎么改', 'solution'],
    ['刨根问底', 'cause'],
    ['不想改源码的话', 'workaround'],
    ['## What broke', 'symptom'],
    ['## Two ways out', 'solution'],
  ])('%s -> %s', (line, role) => {
    const [heading] = read('开头的一段话。', '', line, '', '正文。').lines.filter(
      ({ isHeading }) => isHeading,
    );
    expect(heading?.role).toBe(role);
  });

  test.each([
    '升级之后问题就解决了，谢谢。',
    'The cause of this is unknown to me',
    '这个函数的分析结果如下：',
    'pip install numpy',
  ])('%s is none', (line) => {
    expect(read('一段话。', line, '另一段话。').lines.filter(({ isHeading }) => isHeading)).toEqual(
      [],
    );
  });

  test('words alone make a heading only where little else is said', () => {
    expect(roleOf('我是怎么一步一步解决这个问题的')).toBe('solution');
    expect(bareRoleOf('我是怎么一步一步解决这个问题的')).toBeUndefined();
  });
});

describe('what platforms put around a text is none of it', () => {
  test.each([
    '登录后复制',
    '复制代码',
    '阅读 1.2k 收藏 关注',
    '阅读量1.2k',
    '128 声望',
    '关注作者',
    '23 人赞同了该文章',
    '版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。',
    '【免费下载链接】demo A demo project 项目地址: https://gitcode.com/gh_mirrors/de/demo',
    '创作声明:本文部分内容由AI辅助生成(AIGC),仅供参考',
    '2025-05-26 23:23:17作者：某人',
    '于 2024-06-01 10:00:00 发布',
    '分类专栏： Python 文章标签： cython',
    'Subscribe to my newsletter!',
    'Posted on March 3, 2025 by Lena',
    '6 min read',
    '© 2025 Somebody',
  ])('%s', (line) => {
    expect(isClutter(line)).toBe(true);
  });

  test.each([
    '复制一份代码到新目录',
    '关注变更日志',
    '阅读源码可以发现，引用计数少减了一次。',
    'Copy the file',
    'Home directories are not affected.',
  ])('%s is text', (line) => {
    expect(isClutter(line)).toBe(false);
  });

  test('behind a list of other posts nothing belongs to the text, but a new part of it', () => {
    expect(opensTail('相关推荐')).toBe(true);
    const { lines } = read(
      '问题背景',
      '一段话。',
      '相关推荐',
      'numpy 1.2.3 教程',
      '解决方案',
      '升级。',
    );
    expect(lines.map(({ text }) => text)).toEqual(['问题背景', '一段话。', '解决方案', '升级。']);
  });
});

describe('a title loses the site and the marks', () => {
  test.each([
    ['[BUG] Import crashes', 'Import crashes'],
    ['BUG: import crashes', 'import crashes'],
    ['【已解决】导入报错_某人的博客-CSDN博客', '导入报错'],
    ['导入报错 - 知乎', '导入报错'],
    ['Import crashes | Medium', 'Import crashes'],
    ['error: a - b', 'error: a - b'],
  ])('%s -> %s', (title, expected) => {
    expect(cleanTitle(title)).toBe(expected);
  });
});

test('comments of an issue keep their voice; what a bot says and what is quoted is not read', () => {
  const comment = (login: string, authorAssociation: string, body: string) => ({
    author: { login },
    authorAssociation,
    body,
  });
  const { lines } = readSourceText(
    readSource(
      JSON.stringify({
        title: 'It crashes',
        body: 'Here.',
        url: 'https://github.com/example/demo/issues/1',
        state: 'OPEN',
        comments: [
          comment('helper[bot]', 'NONE', 'Use 9.9.9.'),
          comment('keeper', 'MEMBER', '> It crashes\n\nFixed in 1.2.0.'),
          comment('guest', 'NONE', 'Thanks.'),
        ],
      }),
    ),
  );
  expect(lines.map(({ voice, text }) => `${voice}: ${text}`)).toEqual([
    'author: Here.',
    'maintainer: Fixed in 1.2.0.',
    'other: Thanks.',
  ]);
});

test('facts of an issue template are read below their headings', () => {
  const { lines } = read(
    '# It crashes',
    '',
    '### OS',
    '',
    'Windows 11',
    '',
    '### Python version',
    '',
    '3.12.1',
  );
  expect(lines.map(({ role, heading, text }) => [role, heading, text])).toEqual([
    ['environment', 'OS', 'OS'].map((value, at) => (at === 2 ? '### OS' : value)),
    ['environment', 'OS', 'Windows 11'],
    ['environment', 'Python version', '### Python version'],
    ['environment', 'Python version', '3.12.1'],
  ]);
});
