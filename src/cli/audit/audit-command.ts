import { auditEnvironment, type AuditFinding } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import {
  MAX_PACKAGES,
  MAX_TEXT_LENGTH,
  type Inventory,
  type SourceText,
} from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import type { BaseContext, KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { readTextInput } from '../shared/read-input.ts';
import { UsageError } from '../shared/usage-error.ts';
import { readBaseline, writeBaseline } from './audit-baseline.ts';
import { auditJson } from './audit-json.ts';
import { AUDIT_OPTIONS, auditOptions, STANDARD_INPUT, type AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { auditSarif } from './audit-sarif.ts';
import { auditRemarks, auditText } from './audit-text.ts';

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

/** Length in characters of the part of an unrecognized source that a message quotes. */
const QUOTED_LENGTH = 60;

/** The part of the knowledge that an audit needs. */
export interface AuditKnowledge {
  faults: readonly AuditFault[];
  /** Address of the site with the articles. */
  site: string;
}

type AuditContext = KnowledgeContext<AuditKnowledge>;

/** `known-faults audit` */
export const auditCommand = defineCommand({
  usage: USAGE,
  options: AUDIT_OPTIONS,
  allowPositionals: true,
  async run({ values, positionals }, context: AuditContext) {
    const options = auditOptions(values, positionals);
    const sources = await readSources(options.files, context);
    const inventory = inventoryOf(sources, options);
    const { outcome, baseline } = await audit(inventory, options, context);
    if (options.writeBaseline !== undefined) {
      await writeBaseline(options.writeBaseline, baseline, context);
    }
    for (const remark of auditRemarks(inventory, options)) context.stderr.write(`${remark}\n`);
    context.stdout.write(`${format(outcome, options, context)}\n`);
    if (options.writeBaseline !== undefined) return NOTHING_FOUND;
    return outcome.findings.some((finding) => fails(finding, options)) ? AFFECTED : NOTHING_FOUND;
  },
});

/** Returns the outcome, and as `baseline` all findings that `--ignore` does not leave out. */
async function audit(
  inventory: Inventory,
  options: AuditOptions,
  context: AuditContext,
): Promise<{ outcome: AuditOutcome; baseline: AuditFinding[] }> {
  const { faults, site } = await context.loadKnowledge();
  const unknownId = options.ignore.find((id) => !faults.some((fault) => fault.id === id));
  if (unknownId !== undefined)
    throw new UsageError(`--ignore: found ${unknownId}; allowed: the id of a known fault.`);
  const isKnown =
    options.baseline === undefined ? () => false : await readBaseline(options.baseline, context);
  const report = auditEnvironment(inventory, faults);
  const baseline = report.findings.filter(({ fault }) => !options.ignore.includes(fault.id));
  const findings = baseline.filter((finding) => !isKnown(finding));
  const outcome = {
    inventory,
    report,
    findings,
    ignored: report.findings.length - baseline.length,
    known: baseline.length - findings.length,
    site,
  };
  return { outcome, baseline };
}

function fails({ fault, verdict }: AuditFinding, { failOn, isStrict }: AuditOptions): boolean {
  return failOn.includes(fault.symptom) && (isStrict || verdict === 'affected');
}

function format(outcome: AuditOutcome, options: AuditOptions, { root }: BaseContext): string {
  if (options.format === 'text') return auditText(outcome);
  const files = options.files.filter((file) => file !== STANDARD_INPUT);
  const answer = options.format === 'json' ? auditJson(outcome) : auditSarif(outcome, files, root);
  return JSON.stringify(answer, null, 2);
}

async function readSources(files: readonly string[], context: BaseContext): Promise<SourceText[]> {
  if (files.length === 0 && context.stdin.isTTY)
    throw new UsageError('No input: name a file, or pipe the list of packages into this command.');
  const names = files.length === 0 ? [STANDARD_INPUT] : [...new Set(files)];
  return Promise.all(
    names.map(async (name) =>
      name === STANDARD_INPUT
        ? { text: await readTextInput(undefined, context) }
        : { name, text: await readTextInput(name, context) },
    ),
  );
}

/**
 * Reads what is installed; the options `--python`, `--platform` and `--build` override the sources.
 *
 * @throws {UsageError} when a source is broken, not recognized or too large: the answer would seem to cover all of them
 */
function inventoryOf(
  sources: readonly SourceText[],
  { python, platform, build }: AuditOptions,
): Inventory {
  const inventory = readInventory(sources, {
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
  });
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
  return inventory;
}

/** Returns the first line that is not empty, quoted and cut for a message. */
function beginning(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  if (line === '') return 'nothing';
  return JSON.stringify(line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}...` : line);
}
