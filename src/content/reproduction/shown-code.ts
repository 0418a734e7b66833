import { sectionBlocks, lineOf, MESSAGE, nodesOf, treeOf } from '../tree.ts';
import type { ArticleText } from '../read/library-model.ts';
import type { SectionId } from '../../domain/facts/sections.ts';

/** Output that an article shows: a message block, or what a console block has below a command. */
export interface ShownOutput {
  text: string;
  /** 1-based line of the file. */
  line: number;
}

/** A code block with the name of a file as its title. */
export interface ShownFile {
  title: string;
  text: string;
  /** 1-based line of the file on which the code begins. */
  line: number;
  section: SectionId | undefined;
}

/** A command of a console block. */
export interface ShownCommand {
  /** The command without the prompt; several lines if it continues. */
  text: string;
  /** 1-based line of the file. */
  line: number;
  section: SectionId | undefined;
}

/** The code blocks of an article by their use, in order. */
export interface ShownCode {
  outputs: ShownOutput[];
  commands: ShownCommand[];
  files: ShownFile[];
}

const TITLE = /(?:^|\s)title="([^"]{1,200})"/;

const PROMPT = /^\$ (.*)$/;

/** Collects what the code blocks of an article show. */
export function shownCode(text: ArticleText): ShownCode {
  const shown: ShownCode = { outputs: [], commands: [], files: [] };
  for (const { block, section } of sectionBlocks(treeOf(text))) {
    for (const { node } of nodesOf(block)) {
      if (node.type !== 'code') continue;
      const line = text.bodyLine + lineOf(node);
      const title = TITLE.exec(node.meta ?? '')?.[1];
      if (title !== undefined) shown.files.push({ title, text: node.value, line, section });
      else if (node.lang === 'console') {
        const { outputs, commands } = readConsole(node.value, line);
        shown.outputs.push(...outputs);
        shown.commands.push(...commands.map((command) => ({ ...command, section })));
      } else if (node.lang === MESSAGE || node.lang === 'text') {
        shown.outputs.push({ text: node.value, line });
      }
    }
  }
  return shown;
}

/** Returns the commands of a console block, which begin with `$ ` and may have several lines, and what it shows below them. */
function readConsole(value: string, firstLine: number) {
  const outputs: ShownOutput[] = [];
  const commands: Omit<ShownCommand, 'section'>[] = [];
  let output: string[] = [];
  const lines = value.split('\n');
  const flush = (end: number) => {
    if (output.some((line) => line.trim() !== '')) {
      outputs.push({ text: output.join('\n'), line: firstLine + end - output.length });
    }
    output = [];
  };
  lines.forEach((line, index) => {
    const begun = PROMPT.exec(line)?.[1];
    const last = commands.at(-1);
    if (last && isUnfinished(last.text)) last.text = `${last.text}\n${line}`;
    else if (begun !== undefined) {
      flush(index);
      commands.push({ text: begun, line: firstLine + index });
    } else output.push(line);
  });
  flush(lines.length);
  return { outputs, commands };
}

/** Returns true if the next line continues a command: it ends with a backslash or within quotes. */
function isUnfinished(command: string): boolean {
  if (command.endsWith('\\')) return true;
  let quote = '';
  for (let index = 0; index < command.length; index++) {
    const character = command[index] ?? '';
    if (character === '\\' && quote !== "'") index++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    // An apostrophe in a comment opens no quotes.
    else if (quote === '' && character === '#' && /\s/.test(command[index - 1] ?? ' '))
      return false;
  }
  return quote !== '';
}
