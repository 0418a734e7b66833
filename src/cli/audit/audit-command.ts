import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { auditEnvironment, type AuditFinding } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import { decodeText } from '../../audit/inventory/decode-text.ts';
import {
  MAX_PACKAGES,
  MAX_TEXT_LENGTH,
  type Inventory,
  type SourceText,
} from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import { readBaseline, writeBaseline } from './audit-baseline.ts';
import { auditJson } from './audit-json.ts';
import { auditOptions, STANDARD_INPUT, type AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { auditSarif } from './audit-sarif.ts';
import { auditRemarks, auditText } from './audit-text.ts';
import { UsageError } from '../shared/usage-error.ts';
import { truncate } from '../../domain/text/truncate.ts';

const USAGE = `Usage: npx known-faults audit [OPTIONS] [FILE ...]

Lists the known faults that affect the installed packages, worst first. Reads FILEs, or standard input (-): output of
pip and conda list, lock files of uv, Poetry, PDM, Pipenv and Cargo, pylock.toml, requirements, environment.yml, and the
output of python -VV, python -m sysconfig, numpy.show_config(), numpy.show_runtime() or a crash with its extension modules.
  --python VERSION       Python version if the files do not contain it, such as 3.12.4 or 3.13t
  --platform NAME        linux, macos or windows
  --build NAME           gil, free-threaded or debug
  --ignore ID            leave a fault out (may be repeated)
  --baseline FILE        leave out the findings that are listed in FILE
  --write-baseline FILE  write the findings to FILE and exit with 0
  --fail-on SYMPTOMS     symptoms that make the exit code 1: wrong-result,crash,... (default: any)
  --strict               exit with 1 for undecided findings too
  --json                 print the result as JSON
  --sarif                print the result as SARIF 2.1.0, for code scanning
Exit code: 0 no known fault affects you, 1 at least one does, 2 usage error.`;

const UNDERSTOOD =
  'pip freeze, pip list, conda list, environment.yml, requirements.txt, uv.lock, poetry.lock, pdm.lock, Pipfile.lock, ' +
  'pylock.toml, Cargo.lock, and the version and configuration output of Python and NumPy';

const NOTHING_FOUND = 0;
const AFFECTED = 1;
const BAD_USE = 2;

const SHOWN_LENGTH = 60;

/** Data that the command needs. */
export interface AuditKnowledge {
  faults: readonly AuditFault[];
  /** Address of the site with the articles. */
  site: string;
}

type LoadFaults = () => Promise<AuditKnowledge>;

async function run(args: string[], load: LoadFaults): Promise<number> {
  const options = auditOptions(args);
  if (options.isHelp) {
    console.log(USAGE);
    return NOTHING_FOUND;
  }
  const sources = await readSources(options.files);
  const inventory = inventoryOf(sources, options);
  const { faults, site } = await load();
  const unknownId = options.ignore.find((id) => !faults.some((fault) => fault.id === id));
  if (unknownId !== undefined)
    throw new UsageError(`--ignore: found ${unknownId}; allowed: the id of a known fault.`);
  const isKnown =
    options.baseline === undefined ? () => false : await readBaseline(options.baseline);

  const report = auditEnvironment(inventory, faults);
  const wanted = report.findings.filter(({ fault }) => !options.ignore.includes(fault.id));
  const findings = wanted.filter((finding) => !isKnown(finding));
  const outcome: AuditOutcome = {
    inventory,
    report,
    findings,
    ignored: report.findings.length - wanted.length,
    known: wanted.length - findings.length,
    site,
  };
  if (options.writeBaseline !== undefined) await writeBaseline(options.writeBaseline, wanted);
  for (const remark of auditRemarks(inventory, options)) console.error(remark);
  print(outcome, options);
  const isOver = options.writeBaseline !== undefined;
  return !isOver && findings.some((finding) => fails(finding, options)) ? AFFECTED : NOTHING_FOUND;
}

function fails({ fault, verdict }: AuditFinding, { failOn, isStrict }: AuditOptions): boolean {
  return failOn.includes(fault.symptom) && (isStrict || verdict === 'affected');
}

function print(outcome: AuditOutcome, { format, files }: AuditOptions): void {
  if (format === 'text') {
    console.log(auditText(outcome));
    return;
  }
  const named = files.filter((file) => file !== STANDARD_INPUT);
  const answer = format === 'json' ? auditJson(outcome) : auditSarif(outcome, named, process.cwd());
  console.log(JSON.stringify(answer, null, 2));
}

async function readSources(files: readonly string[]): Promise<SourceText[]> {
  if (files.length === 0 && process.stdin.isTTY)
    throw new UsageError('No input: name a file, or pipe the list of packages into this command.');
  const names = files.length === 0 ? [STANDARD_INPUT] : [...new Set(files)];
  return Promise.all(
    names.map(async (name) =>
      name === STANDARD_INPUT
        ? { text: decodeText(await buffer(process.stdin)) }
        : { name, text: decodeText(await bytesOf(name)) },
    ),
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/**
 * Reads the installed packages from the sources. Facts that the caller gives override those of the sources.
 *
 * @throws {BadUse} if a source is not recognized or was not read completely: a partial answer would look complete
 */
function inventoryOf(
  sources: readonly SourceText[],
  { python, platform, build }: AuditOptions,
): Inventory {
  const inventory = readInventory(sources);
  const [broken] = inventory.broken;
  if (broken) {
    const { file = 'standard input', line, message } = broken;
    throw new UsageError(`${file}:${line}: ${message}.`);
  }
  for (const { name, text } of sources) {
    if (inventory.recognized.some(({ file }) => file === name)) continue;
    throw new UsageError(
      `${name ?? 'standard input'}: found ${beginning(text)}; allowed: ${UNDERSTOOD}.`,
    );
  }
  if (inventory.isTruncated) {
    const megabytes = MAX_TEXT_LENGTH / 1024 / 1024;
    throw new UsageError(
      `Input too large; allowed: at most ${megabytes} MB of text and ${MAX_PACKAGES} packages.`,
    );
  }
  return {
    ...inventory,
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
  };
}

/** Returns the first line of a text that is not empty, for a message. */
function beginning(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  if (line === '') return 'nothing';
  return JSON.stringify(truncate(line, SHOWN_LENGTH));
}

/**
 * Runs `known-faults audit`.
 *
 * @param args arguments after the name of the command
 * @param load called once the sources are read
 * @returns the exit code
 */
export async function auditCommand(args: string[], load: LoadFaults): Promise<number> {
  try {
    return await run(args, load);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return BAD_USE;
  }
}
