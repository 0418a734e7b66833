import { describe, expect, test } from 'vitest';
import { draftFrom, sourceText } from '../../support/draft-sources.ts';

const draft = (file: string) => draftFrom(sourceText(file));

/** What a reader of each source would put into the facts; `unsure` are those that he would look at twice. */
const expected: Record<string, Record<string, unknown>> = {
  'cython-issue.json': {
    title: 'No matching signature found for redirected cpdef method in a subclass',
    project: 'cython',
    symptom: 'exception',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.12',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.9', fixed: '3.0.11' }],
    seen_in: [],
    signatures: ["TypeError: No matching signature found for redirected cpdef method 'add'"],
    upstream: [
      { kind: 'issue', url: 'https://github.com/cython/cython/issues/90178', state: 'closed' },
      { kind: 'fix', url: 'https://github.com/cython/cython/pull/90191' },
      { kind: 'change', url: 'https://github.com/cython/cython/pull/90013' },
      { kind: 'related', url: 'https://github.com/cython/cython/issues/90071' },
    ],
    unsure: ['summary', 'platforms', 'python', 'builds', 'affected', 'upstream'],
  },
  'pyo3-issue.json': {
    title: 'Abort in __traverse__ of a pyclass on free-threaded Python',
    project: 'pyo3',
    symptom: 'crash',
    platforms: ['linux'],
    python: '>=3.13',
    builds: ['free-threaded'],
    status: 'fixed',
    affected: [{ ecosystem: 'crates.io', package: 'pyo3', introduced: '0.23.0', fixed: '0.23.4' }],
    seen_in: [],
    signatures: ['Basket is already being traversed by another thread'],
    upstream: [
      { kind: 'issue', url: 'https://github.com/PyO3/pyo3/issues/90797', state: 'closed' },
      { kind: 'fix', url: 'https://github.com/PyO3/pyo3/pull/90801' },
    ],
    unsure: ['summary', 'platforms', 'python'],
  },
  'numpy-issue.json': {
    title: 'import fails on Windows ARM64 without the Visual C++ redistributable',
    project: 'numpy',
    component: 'distribution',
    symptom: 'import-error',
    platforms: ['windows'],
    python: '>=3.13',
    builds: ['gil'],
    status: 'open',
    affected: [{ ecosystem: 'PyPI', package: 'numpy' }],
    seen_in: [],
    signatures: [
      'ImportError: DLL load failed while importing <module>: The specified module could not be found.',
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/numpy/numpy/issues/90310', state: 'open' },
      {
        kind: 'docs',
        url: 'https://learn.microsoft.com/en-us/cpp/windows/latest-supported-vc-redist',
      },
      { kind: 'related', url: 'https://github.com/adang1345/delvewheel/issues/9058' },
    ],
    unsure: ['summary', 'python', 'builds', 'affected', 'upstream'],
  },
  'numba-issue.json': {
    title: 'np.searchsorted in a prange loop returns wrong results since 0.60',
    project: 'numba',
    symptom: 'wrong-result',
    platforms: ['linux', 'macos'],
    python: '>=3.11',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'numba', introduced: '0.60.0', fixed: '0.61.0' }],
    seen_in: [],
    signatures: [],
    upstream: [
      { kind: 'issue', url: 'https://github.com/numba/numba/issues/90777', state: 'closed' },
    ],
    unsure: ['summary', 'platforms', 'python', 'builds', 'status', 'affected'],
  },
  'cython-gitcode.txt': {
    title: 'Cython项目中nogil函数返回结构体时的内存泄漏问题分析',
    project: 'cython',
    symptom: 'memory',
    platforms: ['linux', 'macos'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0', fixed: '3.0.11' }],
    seen_in: [],
    signatures: [
      'Fatal Python error: _PyMem_DebugRawAlloc: slice header pool exhausted at <address> (2097152 live)',
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/cython/cython/issues/90234' },
      { kind: 'fix', url: 'https://github.com/cython/cython/pull/90240' },
    ],
    unsure: ['title', 'summary', 'python', 'builds'],
  },
  'pyo3-csdn.html': {
    title: 'PyO3在Windows上用Python 3.12编译报LNK1181错误的解决办法',
    project: 'pyo3',
    symptom: 'link-error',
    platforms: ['windows'],
    python: '>=3.12',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'crates.io', package: 'pyo3', introduced: '0.21.0', fixed: '0.22.4' }],
    seen_in: [],
    signatures: ["LINK : fatal error LNK1181: cannot open input file 'python3_vineyard.lib'"],
    upstream: [{ kind: 'issue', url: 'https://github.com/PyO3/pyo3/issues/90412' }],
    unsure: ['title', 'summary', 'python', 'builds'],
  },
  'numba-juejin.md': {
    title: 'Numba 升级之后 import 就报 SystemError：一次排查记录',
    project: 'numba',
    symptom: 'exception',
    platforms: ['linux'],
    python: '>=3.11',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'numba', fixed: '0.60.1' }],
    seen_in: [],
    signatures: [
      'SystemError: initialization of _quill_helper failed without raising an exception',
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/numba/numba/issues/90555' },
      { kind: 'fix', url: 'https://github.com/numba/numba/pull/90561' },
      { kind: 'docs', url: 'https://numba.readthedocs.io/en/stable/user/installing.html' },
    ],
    unsure: ['title', 'summary', 'platforms', 'python', 'builds', 'affected'],
  },
  'numpy-zhihu.txt': {
    title: 'NumPy 2.x 下自己写的 C 扩展在 macOS 上段错误？原来是描述符的坑',
    project: 'numpy',
    symptom: 'crash',
    platforms: ['macos'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'workaround',
    affected: [{ ecosystem: 'PyPI', package: 'numpy', introduced: '2.0.0' }],
    seen_in: [],
    signatures: [
      'Assertion failed: (PyDataType_ELSIZE(descr) > 0), function teapot_size, file teapot.c, line <n>',
    ],
    upstream: [
      {
        kind: 'docs',
        url: 'https://numpy.org/devdocs/numpy_2_0_migration_guide.html#c-api-changes',
      },
    ],
    unsure: ['title', 'summary', 'python', 'builds', 'status', 'affected'],
  },
  'pybind11-blog.html': {
    title: 'The import that never came back',
    project: 'pybind11',
    symptom: 'hang',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.12',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'pybind11', introduced: '2.12.0', fixed: '2.13.2' }],
    seen_in: [],
    signatures: [
      'what(): pybind11::gil_safe_cellar_once: recursive initialization of cellar_cache',
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/pybind/pybind11/issues/90900' },
      { kind: 'fix', url: 'https://github.com/pybind/pybind11/pull/90921' },
      { kind: 'change', url: 'https://github.com/pybind/pybind11/pull/90877' },
    ],
    unsure: ['summary', 'python', 'builds', 'status', 'affected', 'upstream'],
  },
  'maturin-notes.md': {
    title: 'maturin builds a wheel that musl cannot load',
    project: 'maturin',
    symptom: 'import-error',
    platforms: ['linux'],
    python: '>=3.12',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'maturin', introduced: '1.7.5', fixed: '1.7.8' }],
    seen_in: ['tidepool'],
    signatures: [
      'ImportError: Error relocating <path>.so: __tidepool_gcc_personality: symbol not found',
    ],
    upstream: [
      { kind: 'issue', url: 'https://github.com/PyO3/maturin/issues/92340' },
      { kind: 'fix', url: 'https://github.com/PyO3/maturin/pull/92345' },
      { kind: 'related', url: 'https://github.com/rust-lang/rust/issues/91234' },
    ],
    unsure: ['summary', 'python', 'builds', 'affected', 'seen_in', 'upstream'],
  },
  'meson-post.txt': {
    title: 'SciPy from source: "Unknown variable npymath_shim" with meson-python',
    project: 'meson-python',
    symptom: 'build-error',
    platforms: ['linux'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'fixed',
    affected: [
      { ecosystem: 'PyPI', package: 'meson-python', introduced: '0.16.0', fixed: '0.17.0' },
    ],
    seen_in: [],
    signatures: ['<path>/meson.build:<n>:<n>: ERROR: Unknown variable "npymath_shim".'],
    upstream: [
      { kind: 'issue', url: 'https://github.com/mesonbuild/meson-python/issues/90650' },
      { kind: 'fix', url: 'https://github.com/mesonbuild/meson-python/pull/90655' },
    ],
    unsure: ['summary', 'python', 'builds', 'status', 'affected', 'signatures'],
  },
};

describe('the facts of each source', () => {
  test.each(Object.keys(expected))('%s', (file) => {
    const { facts, unsure } = draft(file);
    expect({ ...facts, unsure }).toEqual({
      ...expected[file],
      id: 'KF-0999',
      summary: 'TODO-DRAFT: what one sees, why, and the way out, in one or two sentences.',
      published: '2026-11-21',
      updated: '2026-11-21',
      aliases: [],
      related: [],
    });
  });
});

/** Where each source has its code, and in which language; `message` is what a program printed. */
const code: Record<string, Record<string, string[]>> = {
  'cython-issue.json': {
    'what-you-see': ['message 34-41'],
    reproduce: ['cython 12-21', 'python 23-30'],
  },
  'pyo3-issue.json': { 'what-you-see': ['message 34-43'], reproduce: ['rust 12-26'] },
  'numpy-issue.json': { 'what-you-see': ['message 15-22'], reproduce: ['python 9-11'] },
  'numba-issue.json': { reproduce: ['python 15-27'] },
  'cython-gitcode.txt': {
    'what-you-see': ['message 21-22'],
    cause: ['c 41-43'],
    'what-to-do': ['bash 51-51'],
    reproduce: ['cython 28-35'],
  },
  'pyo3-csdn.html': {
    'what-you-see': ['message 9-13'],
    'what-to-do': ['toml 27-30'],
    workarounds: ['bash 34-37'],
  },
  'numba-juejin.md': {
    'what-you-see': ['message 13-18'],
    cause: ['python 26-26'],
    'what-to-do': ['bash 32-32', 'bash 36-36'],
  },
  'numpy-zhihu.txt': { 'what-you-see': ['message 17-22', 'message 25-25'], reproduce: ['c 30-35'] },
  'pybind11-blog.html': {
    'what-you-see': ['text 9-15', 'message 19-22'],
    cause: ['cpp 28-33'],
    'what-to-do': ['console 39-42'],
  },
  'maturin-notes.md': {
    'what-you-see': ['console 13-20'],
    cause: ['rust 36-38'],
    workarounds: ['bash 46-49'],
  },
  'meson-post.txt': {
    'what-you-see': ['console 12-26'],
    'what-to-do': ['bash 36-38', 'toml 42-44'],
  },
};

describe('the code of each source, with its language and its place', () => {
  test.each(Object.keys(code))('%s', (file) => {
    const { material } = draft(file);
    const found = Object.entries(material).flatMap(([section, { code: blocks }]) =>
      blocks.length === 0
        ? []
        : [[section, blocks.map(({ language, lines }) => `${language} ${lines.join('-')}`)]],
    );
    expect(Object.fromEntries(found)).toEqual(code[file]);
  });
});

test('each fact says where it was read, and what is not sure is marked', () => {
  const { text } = draft('cython-issue.json');
  expect(text.slice(0, text.indexOf('\n## What you see'))).toMatchInlineSnapshot(`
    "---
    #> Drafted from SOURCE.md beside this file, which stays on this machine. "read" says where in it a fact was read;
    #> a fact marked "check" is for you to decide: put it right and take its comment away. Then write the text.
    #> Lines that begin with #> are for you, too: delete them when all is written.

    id: KF-0999
    title: "No matching signature found for redirected cpdef method in a subclass" # read: title
    summary: "TODO-DRAFT: what one sees, why, and the way out, in one or two sentences." # check
    project: cython # read: url
    symptom: exception # read: line 34
    platforms: [linux, macos, windows] # read: line 49 # check: where it was seen; what of the others?
    python: ">=3.12" # read: line 53 # check: said of 3.12.3; what of later ones?
    builds: [gil] # check: the source names no build
    status: fixed # read: line 8, line 82
    affected:
      - { ecosystem: PyPI, package: cython, introduced: "3.0.9", fixed: "3.0.11" } # read: line 8, line 82 # check: the first version is inferred
    seen_in: []
    signatures:
      - "TypeError: No matching signature found for redirected cpdef method 'add'" # read: line 40
    upstream:
      - { kind: issue, url: "https://github.com/cython/cython/issues/90178", state: closed } # read: url
      - { kind: fix, url: "https://github.com/cython/cython/pull/90191" } # read: line 82
      - { kind: change, url: "https://github.com/cython/cython/pull/90013" } # read: line 74 # check
      - { kind: related, url: "https://github.com/cython/cython/issues/90071" } # read: line 63 # check
    #> verified: { on: 2026-11-21, platform: linux-x86_64, python: "3.12.8", broken: "demo 1.0", fixed: "demo 1.1" }
    #> (what you ran yourself; leave it out if you did not)
    published: 2026-11-21
    updated: 2026-11-21
    aliases: []
    related: []
    #> What the source says, section by section; the numbers are lines of SOURCE.md. For your eyes: write in your own words.
    #> ## What you see
    #> 5: A \`cpdef\` method with a fused-type argument is dispatched twice when the subclass is in another module. The second
    #> 6: dispatch finds no match and raises, although the argument is fine.
    #> 8: This started after upgrading from 3.0.8 to 3.0.9.
    #> 45: \`5.0\`
    #> 63: Possibly the same as #90071, but that one is about \`def\` methods.
    #> ## Are you affected?
    #> 49: Linux (Fedora 40), also seen on macOS and on Windows
    #> 53: 3.12.3
    #> 57: 3.0.10
    #> ## What to do
    #> 82: Fixed by #90191. The fix will be in 3.0.11; it is also in the 3.1 branch.
    #> ## Workarounds
    #> 74: Thanks, I can reproduce this. Bisected to #90013, which changed how the redirected signature is looked up. As a workaround you can declare the method \`def\` instead of \`cpdef\`.
    #> ## Said by others
    #> 78: Same here with NumPy 1.26.4 installed.
    ---
    "
  `);
});

test('the draft has every section with a line to replace, and none of the sentences of its source', () => {
  const { text, sourceLines } = draft('cython-gitcode.txt');
  const body = text.slice(text.indexOf('\n## What you see'));
  expect(body).toMatchInlineSnapshot(`
    "
    ## What you see

    TODO-DRAFT: say in one sentence what fails and where, then show what the machine prints, every wording a block of its own. Read: SOURCE.md, lines 10, 14-15, 19, 24.

    \`\`\`message
    Fatal Python error: _PyMem_DebugRawAlloc: slice header pool exhausted at 0x7f3a90c411d0 (2097152 live)
    Python runtime state: initialized
    \`\`\`

    ## Are you affected?

    TODO-DRAFT: one command with its output, and how to read it: which versions, platforms, builds.

    ## What to do

    TODO-DRAFT: first what a user of the package can do, then its author; exact versions and commands, which you have run. Read: SOURCE.md, lines 49-53, 58, 63.

    \`\`\`bash
    pip install "cython>=3.0.11" && python setup.py build_ext --inplace --force
    \`\`\`

    ## Workarounds

    TODO-DRAFT: what helps until one can upgrade, and what it costs. Leave the section out if there is nothing. Read: SOURCE.md, line 54.

    ## Cause

    TODO-DRAFT: the mechanism, in your own words, so that a colleague learns something. Read: SOURCE.md, lines 39, 45.

    \`\`\`c
    __PYX_INC_MEMVIEW(&__pyx_r.data, 0);
    __pyx_t_1 = __pyx_r;
    goto __pyx_L0;
    \`\`\`

    ## Reproduce it

    TODO-DRAFT: the least code of your own that shows it, and its output. Leave the section out if there is none.

    \`\`\`cython
    cdef struct Window:
    int start
    double[:] data

    cdef Window cut(double[:] x) nogil:
    cdef Window w
    w.data = x[1:3]
    return w
    \`\`\`

    ## Similar errors

    TODO-DRAFT: faults that print nearly the same, and what tells them apart. Leave the section out if there are none.

    ## Upstream

    TODO-DRAFT: one line for each address: what is said there, and when it was released.

    - [Issue 90234](https://github.com/cython/cython/issues/90234): TODO-DRAFT
    - [PR 90240](https://github.com/cython/cython/pull/90240): TODO-DRAFT
    "
  `);
  for (const line of sourceLines.filter((line) => /[，。]/.test(line))) {
    expect(body).not.toContain(line);
  }
});
