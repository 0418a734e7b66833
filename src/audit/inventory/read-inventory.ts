import type { MachineFacts } from '../../domain/environment/environment.ts';
import type { Block, BlockReader, ReadContext } from './block.ts';
import { isIgnored } from './ignored-lines.ts';
import { MAX_TEXT_LENGTH, type Inventory, type SourceText } from './inventory.ts';
import { InventoryBuilder } from './inventory-builder.ts';
import { plainLines } from './plain-lines.ts';
import { readBareRows, readCondaList } from './read-conda-list.ts';
import { readCondaLock } from './read-conda-lock.ts';
import { readCondaExport } from './read-conda-export.ts';
import { readNumpyConfig, readNumpyRuntime, readSysconfig } from './read-config.ts';
import { readExtensionModules } from './read-crash.ts';
import { readEnvironmentFile } from './read-environment-file.ts';
import { readIssueTemplate } from './read-issue-template.ts';
import { readJson } from './read-json.ts';
import { readMachineLine } from './read-machine-line.ts';
import { readNumbaReport } from './read-numba-report.ts';
import { readPipDebug, readPipInstall } from './read-pip-output.ts';
import { readLegacyPipList, readPipList } from './read-pip-list.ts';
import { readRequirements } from './read-requirements.ts';
import { readInstalledVersions, readSklearnVersions } from './read-show-versions.ts';
import { readToml } from './read-toml.ts';
import { readTorchReport } from './read-torch-report.ts';
import { refusalOf } from './refused-files.ts';

/** Readers in the order they are tried, most specific first: any single word could be a requirement. */
const READERS: readonly BlockReader[] = [
  readNumpyRuntime,
  readJson,
  readToml,
  readCondaLock,
  readEnvironmentFile,
  readCondaList,
  readCondaExport,
  readPipList,
  readLegacyPipList,
  readPipInstall,
  readPipDebug,
  readInstalledVersions,
  readSklearnVersions,
  readTorchReport,
  readNumbaReport,
  readIssueTemplate,
  readMachineLine,
  readSysconfig,
  readNumpyConfig,
  readExtensionModules,
  readBareRows,
  readRequirements,
];

/** Limits the search for the ends of unterminated JSON values, as a multiple of the text's length. */
const MAX_JSON_SEARCHES = 3;

/**
 * Reads installed packages, Python version, build and platform from the output of pip and conda, lock files, requirements
 * files, and the machine details that the interpreter and NumPy print. One text may combine several of these.
 *
 * Never throws, and takes linear time for any text.
 *
 * @param given facts about the machine that take precedence over those of the texts; packages whose environment marker
 *   excludes the machine are left out
 */
export function readInventory(texts: readonly SourceText[], given: MachineFacts = {}): Inventory {
  const inventory = new InventoryBuilder(given);
  for (const source of texts) readText(source, inventory);
  return inventory.build();
}

function readText({ text, name }: SourceText, inventory: InventoryBuilder): void {
  const read = text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
  if (read.length < text.length) inventory.truncate();
  const lines = plainLines(read);
  const refusal = refusalOf(name, lines);
  if (refusal !== undefined) {
    inventory.addBroken(refusal, 0, name);
    return;
  }
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
