import type { PasteLine } from './read-paste.ts';

/** Forms of names, and the message of a program that misses one. */
const FORMS: readonly (readonly [form: RegExp, message: (name: string) => string])[] = [
  [
    /^\w[\w./+-]{0,100}\.h(?:h|pp|xx)?$/i,
    (name) => `fatal error: ${name}: No such file or directory`,
  ],
  [
    /^lib[\w.+-]{1,100}\.so(?:\.[\d.]{1,20})?$/i,
    (name) => `${name}: cannot open shared object file: No such file or directory`,
  ],
  [/^[\w./@+-]{1,100}\.dylib$/i, (name) => `Library not loaded: ${name}`],
  [
    /^[\w.+-]{1,100}\.dll$/i,
    (name) => `The code execution cannot proceed because ${name} was not found`,
  ],
  [/^-l[\w.+-]{1,100}$/, (name) => `cannot find ${name}`],
  [/^[\w.+-]{1,60}[_-]config$/i, (name) => `${name}: command not found`],
  [/^_?Py[A-Za-z]{1,40}_\w{1,100}$/, (name) => `implicit declaration of function '${name}'`],
  [/^(?:NPY|UFUNC)_\w{1,100}$/, (name) => `error: '${name}' undeclared (first use`],
  [/^GLIBC_[\d.]{1,20}$/, (name) => `libc.so.6: version '${name}' not found`],
  [/^(?:GLIBCXX|CXXABI)_[\d.]{1,20}$/, (name) => `libstdc++.so.6: version '${name}' not found`],
  [/^0xC[0-9A-F]{7}$/i, (name) => `Process finished with exit code ${name}`],
];

/**
 * Gives a paste that is nothing but a name the message that reports it as missing: `lber.h` is read as
 * `fatal error: lber.h: No such file or directory`. Leaves any other paste as it is, and names that do not tell what they
 * are, such as `numpy`.
 */
export function readBareName(lines: readonly PasteLine[]): readonly PasteLine[] {
  const [line, ...others] = lines;
  if (!line || others.length > 0) return lines;
  const [, message] = FORMS.find(([form]) => form.test(line.text)) ?? [];
  return message ? [{ ...line, english: message(line.text), isBareName: true }] : lines;
}
