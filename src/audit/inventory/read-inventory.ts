import type { Block, BlockReader, ReadContext } from './block.ts';
import { MAX_TEXT_LENGTH, type Inventory, type SourceText } from './inventory.ts';
import { InventoryBuilder } from './inventory-builder.ts';
import { readCondaExport } from './read-conda.ts';
import { readNumpyConfig, readNumpyRuntime, readSysconfig } from './read-config.ts';
import { readExtensionModules } from './read-crash.ts';
import { readEnvironmentFile } from './read-environment-file.ts';
import { readJson } from './read-json.ts';
import { readMachineLine } from './read-machine-line.ts';
import { readRequirements } from './read-requirements.ts';
import { readBareRows, readCondaList, readPipList } from './read-tables.ts';
import { readToml } from './read-toml.ts';

/** Readers in the order they are tried, most specific first: any single word could be a requirement. */
const READERS: readonly BlockReader[] = [
  readNumpyRuntime,
  readJson,
  readToml,
  readEnvironmentFile,
  readCondaList,
  readCondaExport,
  readPipList,
  readMachineLine,
  readSysconfig,
  readNumpyConfig,
  readExtensionModules,
  readBareRows,
  readRequirements,
];

/** Limits the search for the ends of unterminated JSON values, as a multiple of the text's length. */
const MAX_JSON_SEARCHES = 3;

/** Code fences, shell prompts with commands, and notices printed by tools. */
const IGNORED =
  /^(?:`{3}|\$ |>>> |PS [A-Z]:|[A-Z]:\\[^>]{0,200}>|\([\w.-]{1,60}\) |[\w.-]{1,60}@[\w.-]{1,60}:.{0,200}[$#] |\[notice\] |(?:WARNING|DEPRECATION): |Using Python \d|Resolved \d)/;

/**
 * Reads installed packages, Python version, build and platform from the output of pip and conda, lock files, requirements
 * files, and the machine details that the interpreter and NumPy print. One text may combine several of these.
 *
 * Never throws, and takes linear time for any text.
 */
export function readInventory(texts: readonly SourceText[]): Inventory {
  const inventory = new InventoryBuilder();
  for (const source of texts) readText(source, inventory);
  return inventory.build();
}

function readText({ text, name }: SourceText, inventory: InventoryBuilder): void {
  const read = text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
  if (read.length < text.length) inventory.truncate();
  const lines = read.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/);
  const context: ReadContext = {
    name: name?.replace(/^.*[/\\]/, '').toLowerCase() ?? '',
    jsonBudget: MAX_JSON_SEARCHES * read.length,
  };
  for (let start = 0; start < lines.length;) {
    const block = blockAt(lines, start, context);
    if (block) inventory.add(block, start, lines, name);
    else if (!isIgnored(lines[start] ?? '')) inventory.addUnread(start, lines, name);
    start = Math.max(block?.end ?? 0, start + 1);
  }
}

function blockAt(lines: readonly string[], start: number, context: ReadContext): Block | undefined {
  if (lines[start]?.trim() === '') return undefined;
  for (const reader of READERS) {
    const block = reader(lines, start, context);
    if (block) return block;
  }
  return undefined;
}

/** Returns whether a line is empty, a comment, a prompt or a notice printed by a tool. */
function isIgnored(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#') || IGNORED.test(text);
}
