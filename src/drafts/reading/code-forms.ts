import type { Language } from './languages.ts';

/** How a line of a language begins or is built; the first that fits is it. */
export const codeForms: readonly (readonly [Language, RegExp])[] = [
  ['console', /^\(?[\w.-]{0,40}\)?\s?\$ \S/],
  ['console', /^(?:\([\w.-]{1,40}\) )?[\w.-]{1,40}@[\w.-]{1,60}[:~][^$#]{0,80}[$#] \S/],
  ['console', /^(?:PS )?[A-Z]:\\[^>]{0,200}> ?\S|^>>> |^In \[\d+\]: /],
  [
    'console',
    /^(?:[!%]\s?|sudo )?(?:python[\d.]{0,4}|py|pip[\d.]{0,3}|conda|mamba|uv|pipx|poetry|pdm|hatch|cargo|rustup|maturin|apt|apt-get|yum|dnf|brew|choco|docker|git|npm|cython|cythonize|pytest|tox|auditwheel|delocate-wheel|delvewheel|twine|f2py|meson|ninja|cmake|make|gcc|g\+\+|clang|clang\+\+|rustc|ldd|nm|objdump|readelf|otool|patchelf|gdb|lldb|valgrind|dumpbin|py-spy|numba) (?:-{1,2}\w|install|uninstall|build|test|develop|clone|clean|init|new|publish|doc|tree|fmt|clippy|download|wheel|show|list|freeze|check|create|activate|run|update|upgrade|add|sync|config|cache|repair|setup|compile|log|checkout|pull|submodule|\.\.?(?:\s|$)|\S{1,200}\.(?:py|pyx|c|cpp|so|pyd|toml|whl|o|f90|f))/,
  ],
  [
    'console',
    /^(?:export|unset) [A-Z_]{2,60}(?:=|$)|^(?:set|SET) [A-Z_]{2,60}=|^source \S{1,200}\/activate|^[A-Z_]{3,60}=\S{1,200} (?:pip|python|cargo|maturin|conda)\b/,
  ],
  [
    'console',
    /^(?:cd|mkdir|rm|cp|mv|ls|cat|head|grep|which|where|echo|strings|find|touch|chmod) (?:-{1,2}\w|[./~$"'\w]{1,100}\/|[\w.-]{1,60}\.\w{1,5}\b)/,
  ],
  ['powershell', /^\$env:\w{1,40}\s?=/],
  [
    'dockerfile',
    /^(?:FROM [\w./:-]{1,120}$|RUN (?:pip|apt|python|cargo|conda)\b|ENV [A-Z_]{2,40}[ =])/,
  ],
  [
    'cython',
    /^\s*(?:cdef|cpdef|ctypedef) [\w*("]|^\s*(?:from [\w.]{1,80} )?cimport \w|^#\s?(?:cython|distutils): ?\w|^\s*with (?:nogil|gil)\b|^\s*include "[\w.\/]{1,80}\.px[id]"/,
  ],
  [
    'cmake',
    /^\s*(?:cmake_minimum_required|find_package|add_library|add_executable|target_link_libraries|target_include_directories|target_compile_\w{1,20}|pybind11_add_module|nanobind_add_module|python_add_library|set_target_properties|get_target_property|set_property|project)\s?\(/i,
  ],
  [
    'c',
    /^\s*#\s*(?:include\s*[<"]|define \w|ifdef \w|ifndef \w|if (?:defined|[A-Z_!(])|elif (?:defined|[A-Z_!(])|else\s*$|endif|pragma \w|undef \w|error )/,
  ],
  [
    'cpp',
    /^\s*(?:template\s*<|namespace [\w:]{1,60}\s*\{|using (?:namespace )?[\w:]{1,60}(?:;| =)|PYBIND11_(?:MODULE|DECLARE)|NB_MODULE|std::\w|(?:class|struct) \w{1,60}\s*(?::\s*public|\{)|m\.def\(|py::\w)/,
  ],
  [
    'c',
    /^\s*(?:(?:static|extern|inline|const|unsigned|struct|typedef|volatile|PyMODINIT_FUNC|Py_ssize_t|PyObject|PyTypeObject|PyArray\w{1,40}|void|int|char|double|float|size_t|long|bool|npy_\w{1,20})\s+\*{0,3}){1,4}\w{1,80}\s*[([={;,]/,
  ],
  [
    'rust',
    /^\s*(?:use (?:crate|std|super|self|pyo3|numpy|\w{1,40}::)[\w:{}*, ]{0,120};|(?:pub(?:\([a-z]{1,10}\))? )?(?:fn|struct|enum|mod|trait|impl|const|static|type|unsafe fn|async fn) ?[\w<][^=。]{0,200}[{;(]|let (?:mut )?\w{1,60}\s*[:=]|#!?\[[a-z]\w{1,40}|impl(?:<[^>]{1,60}>)? \w|match \w[^:]{0,80}\{$|Python::(?:with_gil|attach)|(?:println|panic|assert_eq|vec|format)!\()/,
  ],
  [
    'python',
    /^\s*(?:from \.{0,3}[\w.]{0,80} import [\w*(]|import [\w.]{1,80}(?: as \w{1,40})?(?:, ?[\w.]{1,60}(?: as \w{1,40})?){0,8}$)/,
  ],
  [
    'python',
    /^\s*(?:async )?(?:def \w{1,80}(?:\[[^\]]{1,80}\])?\s*\(|class \w{1,80}\s*(?:\([^)]{0,120}\))?:)/,
  ],
  [
    'python',
    /^\s*@(?:[A-Za-z_]\w{0,60}(?:\.\w{1,60})+|[A-Za-z_][\w.]{0,80}\(|n?jit$|property$|staticmethod$|classmethod$|dataclass$)/,
  ],
  [
    'python',
    /^\s*(?:async )?for (?!example\b)[\w, ()]{1,60} in [\w.]{1,60}(?:[([][^。，]{0,120})?:(?:\s.{0,80})?$/,
  ],
  [
    'python',
    /^\s*(?:if|elif|while) (?:not )?[\w.]{1,60}:$|^\s*(?:if|elif|while) [^。，]{0,120}[=<>()[\]][^。，]{0,120}:$/,
  ],
  ['python', /^\s*(?:else|try|finally|except(?: \(?[\w., ]{1,80}\)?)?(?: as \w{1,20})?):$/],
  ['python', /^\s*(?:async )?with \w[\w.]{0,60}(?:\([^。]{0,160}\))?(?: as \w{1,30})?:$/],
  ['python', /^\s*(?:pass|continue|break|return|raise)$|^\s*(?:print|super)\(|^\s*self\.\w/],
  [
    'python',
    /^\s*(?:return|raise|assert|yield|del|global|nonlocal) (?:\S{1,120}$|[^。，]{0,160}[()[\]{}=+*<>"'])/,
  ],
  ['python', /^\s*if __name__ == /],
  [
    'toml',
    /^\s*\[{1,2}(?:build-system|project|tool|package|dependencies|dev-dependencies|build-dependencies|lib|features|workspace|target|patch|profile)[\w.'"-]{0,80}\]{1,2}$/,
  ],
  [
    'toml',
    /^\s*(?:requires|build-backend|crate-type|extension-module|edition|requires-python)\s?= ?["[]/,
  ],
  ['diff', /^(?:@@ -\d|diff --git |(?:---|\+\+\+) [ab]\/)/],
  [
    'python',
    /^\s*[A-Za-z_][\w.]{0,80}(?:\[[^\]。]{0,80}\])? ?(?:=|\+=|-=|\*=|\/=|:=) ?[\w([{"'.*-]/,
  ],
  ['python', /^\s*[A-Za-z_][\w.]{1,80}\([^。；]{0,300}\)$/],
];
