/** A line of code taken apart: its code without texts and comments, and where a comment begins. */
interface Parts {
  bare: string;
  comment: number;
}

/** Reads a line once: texts in quotes, then a comment after a blank or at the start (`//`, `/*`, but `#` not at the start). */
function partsOf(line: string): Parts {
  let bare = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const isInWord = /\w/.test(line.charAt(at - 1));
    if (sign === '"' || (sign === "'" && !isInWord)) {
      const end = line.indexOf(sign, at + 1);
      if (end > 0) {
        bare += `${sign}${sign}`;
        at = end;
        continue;
      }
    }
    const isComment =
      (sign === '#' && bare.trim() !== '' && /\s/.test(line.charAt(at - 1))) ||
      (sign === '/' && /[/*]/.test(line.charAt(at + 1)) && line.charAt(at - 1) !== ':');
    if (isComment) return { bare, comment: at };
    bare += sign;
  }
  return { bare, comment: line.length };
}

/** A line without the texts in its quotes and without its comment; a comment alone is left empty. */
export function bareCode(line: string): string {
  return /^\s*#(?!\s*(?:include|define|if|el|end|pragma|undef|error|!?\[))/.test(line)
    ? ''
    : partsOf(line).bare;
}

/** A line without its comment. */
export function withoutComment(line: string): string {
  return line.slice(0, partsOf(line).comment);
}

/** True for the end of a line of C, C++ or Rust. */
export function endsBraced(bare: string): boolean {
  return /[;{}]/.test(bare.trimEnd().slice(-1));
}
