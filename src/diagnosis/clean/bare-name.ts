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
 * Returns the message that reports a name as missing, for a reader who typed nothing but the name: `lber.h` is read as
 * `fatal error: lber.h: No such file or directory`. Returns `undefined` for any other text, and for names that do not
 * tell what they are, such as `numpy`.
 */
export function bareNameMessage(text: string): string | undefined {
  const [, message] = FORMS.find(([form]) => form.test(text)) ?? [];
  return message?.(text);
}
