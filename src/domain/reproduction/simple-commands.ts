/** Ends of a command that only select lines of its output. */
const FILTER = / \|&? ?(?:cut|grep|head|sort|tail|uniq|wc)\b.*$/s;
const REDIRECTION = / 2> ?(?:&1|\/dev\/null)$/;

/** Folder of a virtual environment before a program, such as `./venv/bin/` in `./venv/bin/python`. */
const PROGRAM_FOLDER = /(?<![\w./~-])(?:\.\/)?[\w.-]{1,40}\/bin\//g;

/** The name of a Python with its version, or of its `python3-config`. */
const PYTHON = /(?<![\w./-])python3?(?:\.\d{1,2})?(?=t?(?: |-config))/g;

/** The runner limits the time of steps itself. */
const TIME_LIMIT = /(?<=^| )timeout (?:-s \w{1,9} )?\d{1,5}s? /;

/**
 * Splits a command or a script into its commands, in a form in which those that do the same are equal: on one line, without
 * comments, filters of the output, time limits, folders of environments, and versions of Python.
 */
export function simpleCommands(text: string): string[] {
  return splitScript(text.replaceAll(/\\\r?\n\s{0,99}/g, ' ')).map((command) =>
    command
      .replace(FILTER, '')
      .replace(REDIRECTION, '')
      .replaceAll(PROGRAM_FOLDER, '')
      .replaceAll(PYTHON, 'python')
      .replace(TIME_LIMIT, '')
      .replace(/^(?:python -m pip|pip3) /, 'pip '),
  );
}

/**
 * A quoted text, an escaped character, a comment, an end of a command, white space, or any other character, in this order. A
 * quote that is not closed reaches to the end.
 */
const TOKEN =
  /(?<quoted>"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$))|(?<escaped>\\.)|(?<comment>(?<=^|\s)#[^\n]*)|(?<end>&&|[;\n])|(?<space>\s)|./gs;

/** Splits at `&&`, `;` and ends of lines outside of quotes, removes comments, and makes white space single spaces. */
function splitScript(text: string): string[] {
  const commands: string[] = [];
  let command = '';
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    if (groups?.['end']) {
      commands.push(command);
      command = '';
    } else if (groups?.['space']) {
      if (!command.endsWith(' ')) command += ' ';
    } else if (!groups?.['comment']) command += token;
  }
  return [...commands, command].map((one) => one.trim()).filter((one) => one !== '');
}
