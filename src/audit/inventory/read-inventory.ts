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

/** What begins most distinctly comes first: a word on its line may be a requirement. */
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

/** How often a text may be looked through for the ends of JSON values that have none. */
const JSON_ATTEMPTS = 3;

/** Fences, prompts with what was typed, and what the tools add to their answers: no news of the machine. */
const ASIDE =
  /^(?:`{3}|\$ |>>> |PS [A-Z]:|[A-Z]:\\[^>]{0,200}>|\([\w.-]{1,60}\) |[\w.-]{1,60}@[\w.-]{1,60}:.{0,200}[$#] |\[notice\] |(?:WARNING|DEPRECATION): |Using Python \d|Resolved \d)/;

/**
 * Reads what is installed out of texts: lists of pip and conda, lock files, requirements, and what the interpreter
 * and NumPy say of the machine; in one text several of them may follow each other.
 *
 * Never throws, whatever the texts are, and takes linear time.
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
    jsonBudget: JSON_ATTEMPTS * read.length,
  };
  for (let at = 0; at < lines.length;) {
    const block = blockAt(lines, at, context);
    if (block) inventory.add(block, at, lines, name);
    else if (!isAside(lines[at] ?? '')) inventory.addUnread(at, lines, name);
    at = Math.max(block?.end ?? 0, at + 1);
  }
}

function blockAt(lines: readonly string[], at: number, context: ReadContext): Block | undefined {
  if (lines[at]?.trim() === '') return undefined;
  for (const reader of READERS) {
    const block = reader(lines, at, context);
    if (block) return block;
  }
  return undefined;
}

/** Empty, a comment, a prompt, a note of a tool. */
function isAside(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#') || ASIDE.test(text);
}
