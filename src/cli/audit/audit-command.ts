import { auditEnvironment, type AuditFinding } from '../../audit/audit-environment.ts';
import type { AuditFault } from '../../audit/audit-fault.ts';
import { planUpgrades } from '../../audit/upgrade-plan.ts';
import type { PublishedKnowledge } from '../../api/published-knowledge.ts';
import { truncate } from '../../domain/text/truncate.ts';
import { builds, defaultLocale, locales, platforms, type Locale } from '../../domain/vocabulary.ts';
import { MAX_PACKAGES, MAX_TEXT_LENGTH, type Inventory } from '../../audit/inventory/inventory.ts';
import { readInventory } from '../../audit/inventory/read-inventory.ts';
import type { BaseContext, KnowledgeContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { oneLine } from '../shared/output.ts';
import { plural } from '../../i18n/plural.ts';
import type { LocalText } from '../shared/local-text.ts';
import { NOTHING, notAllowed, UsageError } from '../shared/usage-error.ts';
import { readBaseline, writeBaseline } from './audit-baseline.ts';
import { auditJson } from './audit-json.ts';
import { AUDIT_OPTIONS, auditOptions, STANDARD_INPUT, type AuditOptions } from './audit-options.ts';
import type { AuditOutcome } from './audit-outcome.ts';
import { auditSarif } from './audit-sarif.ts';
import { readSources, type AuditSources } from './audit-sources.ts';
import { constraintsText } from './upgrade-plan-text.ts';
import { auditRemarks, auditText } from './audit-text.ts';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults audit [OPTIONS] [FILE ...]

Lists the known faults that affect the installed packages, worst first, and the
upgrades that fix them. Reads FILEs, or standard input (-): output of pip and
conda, lock files, requirements, environment.yml, and what Python and NumPy
print about themselves. Without FILE and input, reads the lock files of this
folder, or else what is installed in the active environment.
  --python VERSION       Python version, such as 3.12.4 or 3.13t
  --platform NAME        ${platforms.join(', ')}
  --build NAME           ${builds.join(', ')}
  --all                  list undecided faults, and those that can occur with
                         the installed packages
  --ignore IDS           leave out these faults, such as KF-0001,KF-0002
  --baseline FILE        leave out the findings that are listed in FILE
  --write-baseline FILE  write the findings to FILE and exit with 0
  --fail-on SYMPTOMS     symptoms that make the exit code 1, such as
                         wrong-result,crash (default: any)
  --strict               exit with 1 for undecided findings too
  --constraints          print the upgrades as a constraints file for pip
  --json                 print the result as JSON
  --sarif                print the result as SARIF 2.1.0, for code scanning
  --lang LANG            language of the text: ${locales.join(', ')} (default: that of the
                         system; of JSON and SARIF ${defaultLocale})
Exit code: 0 no known fault affects you, 1 at least one does, 2 usage error or
input that is not understood.`,
  zh: `用法：npx known-faults audit [OPTIONS] [FILE ...]

列出影响已安装软件包的已知故障，最严重的在前，以及能修复它们的升级。读取 FILE
或标准输入（-）：pip 和 conda 的输出、锁文件、requirements、environment.yml，
以及 Python 和 NumPy 关于自身的报告。没有 FILE 也没有输入时，读取本目录的锁
文件；没有锁文件就读取当前环境里已安装的软件包。
  --python VERSION       Python 版本，如 3.12.4 或 3.13t
  --platform NAME        ${platforms.join('、')}
  --build NAME           ${builds.join('、')}
  --all                  也列出无法判定的故障，以及这些软件包可能出现的故障
  --ignore IDS           略去这些故障，如 KF-0001,KF-0002
  --baseline FILE        略去 FILE 里列出的结果
  --write-baseline FILE  把结果写入 FILE，并以 0 退出
  --fail-on SYMPTOMS     使退出码为 1 的现象，如 wrong-result,crash（默认 any）
  --strict               有无法判定的结果时也以 1 退出
  --constraints          以 pip 的约束文件输出升级
  --json                 以 JSON 输出结果
  --sarif                以 SARIF 2.1.0 输出结果，供代码扫描使用
  --lang LANG            文字的语言：${locales.join('、')}（默认为系统的语言；JSON 和
                         SARIF 用 ${defaultLocale}）
退出码：0 没有影响你的已知故障，1 至少有一个，2 用法错误，或输入无法识别。`,
};

const UNDERSTOOD = {
  en:
    'pip freeze, pip list, pip inspect, conda list, environment.yml, requirements.txt, uv.lock, poetry.lock, pdm.lock, ' +
    'Pipfile.lock, pylock.toml, pixi.lock, conda-lock.yml, Cargo.lock, the output of pip install, and the version reports of ' +
    'Python, NumPy, SciPy, pandas, xarray, scikit-learn, PyTorch and Numba',
  zh:
    'pip freeze、pip list、pip inspect、conda list、environment.yml、requirements.txt、uv.lock、poetry.lock、pdm.lock、' +
    'Pipfile.lock、pylock.toml、pixi.lock、conda-lock.yml、Cargo.lock、pip install 的输出，或 Python、NumPy、SciPy、pandas、' +
    'xarray、scikit-learn、PyTorch 和 Numba 的版本报告',
};

const NOTHING_FOUND = 0;
const AFFECTED = 1;

/** Length in characters of the part of an unrecognized source that a message quotes. */
const QUOTED_LENGTH = 60;

/** The part of the knowledge that an audit needs. */
export interface AuditKnowledge {
  faults: readonly AuditFault[];
  /** By id; they contain the fixes. */
  cards: PublishedKnowledge['cards'];
  /** Address of the site with the articles. */
  site: string;
}

type AuditContext = KnowledgeContext<AuditKnowledge>;

/** `known-faults audit` */
export const auditCommand = defineCommand({
  name: 'npx known-faults audit',
  usage: USAGE,
  examples: [
    'npx known-faults audit uv.lock Cargo.lock --python 3.13t',
    'pip list | npx known-faults audit',
  ],
  options: AUDIT_OPTIONS,
  allowPositionals: true,
  async run({ values, positionals }, context: AuditContext, reader) {
    const options = auditOptions(values, positionals);
    // JSON and SARIF are for programs, which do not depend on the language of a machine.
    const language = options.format === 'text' ? reader.language : defaultLocale;
    const sources = await readSources(options.files, context, language);
    const inventory = inventoryOf(sources, options);
    const { outcome, baseline } = await audit(inventory, sources, options, language, context);
    if (options.writeBaseline !== undefined) {
      await writeBaseline(options.writeBaseline, baseline, context);
    }
    const remarks = auditRemarks(inventory, options, sources.unnamed, language);
    for (const remark of remarks) context.stderr.write(`${remark}\n`);
    context.stdout.write(`${format(outcome, options, context)}\n`);
    if (options.writeBaseline !== undefined) return NOTHING_FOUND;
    return outcome.findings.some((finding) => fails(finding, options)) ? AFFECTED : NOTHING_FOUND;
  },
});

/** Returns the outcome, and as `baseline` all findings that `--ignore` does not leave out. */
async function audit(
  inventory: Inventory,
  { unnamed, interpreter }: AuditSources,
  options: AuditOptions,
  language: Locale,
  context: AuditContext,
): Promise<{ outcome: AuditOutcome; baseline: AuditFinding[] }> {
  const { faults, cards, site } = await context.loadKnowledge(language);
  const unknownId = options.ignore.find((id) => !faults.some((fault) => fault.id === id));
  if (unknownId !== undefined)
    throw notAllowed('--ignore', unknownId, {
      en: 'the id of a known fault',
      zh: '已知故障的编号',
    });
  const isKnown =
    options.baseline === undefined ? () => false : await readBaseline(options.baseline, context);
  const report = auditEnvironment(inventory, faults);
  const baseline = report.findings.filter(({ fault }) => !options.ignore.includes(fault.id));
  const findings = baseline.filter((finding) => !isKnown(finding));
  const outcome = {
    inventory,
    report,
    findings,
    plan: planUpgrades(inventory, faultsToClear(faults, report.findings, findings)),
    cards,
    unnamed,
    ...(interpreter !== undefined && { interpreter }),
    ignored: report.findings.length - baseline.length,
    known: baseline.length - findings.length,
    site,
    language,
  };
  return { outcome, baseline };
}

/** Leaves out the faults that `--ignore` and the baseline leave out: nothing has to be upgraded for their sake. */
function faultsToClear(
  faults: readonly AuditFault[],
  all: readonly AuditFinding[],
  findings: readonly AuditFinding[],
): AuditFault[] {
  const left = new Set(findings.map(({ fault }) => fault.id));
  const out = new Set(all.map(({ fault }) => fault.id).filter((id) => !left.has(id)));
  return faults.filter(({ id }) => !out.has(id));
}

function fails({ fault, verdict }: AuditFinding, { failOn, isStrict }: AuditOptions): boolean {
  return failOn.includes(fault.symptom) && (isStrict || verdict === 'affected');
}

function format(outcome: AuditOutcome, options: AuditOptions, { root }: BaseContext): string {
  switch (options.format) {
    case 'text':
      return auditText(outcome, options.listsAll);
    case 'constraints':
      return constraintsText(outcome.plan);
    case 'json':
      return JSON.stringify(auditJson(outcome), null, 2);
    case 'sarif': {
      const files = options.files.filter((file) => file !== STANDARD_INPUT);
      return JSON.stringify(auditSarif(outcome, files, root), null, 2);
    }
  }
}

/**
 * Reads what is installed; the options `--python`, `--platform` and `--build` override the sources.
 *
 * @throws {UsageError} when a source is broken, not recognized or too large: the answer would seem to cover all of them
 */
function inventoryOf(
  { texts, unnamed }: AuditSources,
  { python, platform, build }: AuditOptions,
): Inventory {
  const inventory = readInventory(texts, {
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
  });
  const [broken] = inventory.broken;
  if (broken) {
    const { file = unnamed, line, message } = broken;
    throw new UsageError({
      en: `${file}:${line}: ${message}.`,
      zh: `${file}:${line}：${message}。`,
    });
  }
  for (const { name, text } of texts) {
    if (inventory.recognized.some(({ file }) => file === name)) continue;
    throw notAllowed(name ?? unnamed, beginning(text), UNDERSTOOD);
  }
  if (inventory.isTruncated) {
    const megabytes = MAX_TEXT_LENGTH / 1024 / 1024;
    throw new UsageError({
      en: `Input too large; allowed: at most ${megabytes} MB of text and ${MAX_PACKAGES} packages.`,
      zh: `输入太大；最多 ${megabytes} MB 文字和 ${MAX_PACKAGES} 个软件包。`,
    });
  }
  refuseUnread(inventory, unnamed);
  return inventory;
}

/**
 * Refuses texts of which nothing or too little was understood: "no known fault" would be a wrong answer.
 *
 * @throws {UsageError} when there is nothing to audit, or more lines were not understood than were
 */
function refuseUnread(inventory: Inventory, unnamed: string): void {
  const { packages, python, recognized, understoodCount, notUnderstood, notUnderstoodCount } =
    inventory;
  if (packages.length === 0 && python === undefined) {
    const kinds = [...new Set(recognized.map(({ kind }) => kind))].join(', ');
    throw new UsageError({
      en: `Found neither packages nor a Python version, only ${kinds}.`,
      zh: `既没有软件包也没有 Python 版本，只有 ${kinds}。`,
    });
  }
  const [first] = notUnderstood;
  if (!first || notUnderstoodCount <= understoodCount) return;
  const example = `${oneLine(first.file ?? unnamed)}:${first.line}: ${quoted(first.text)}`;
  const [read, unread] = [plural(packages.length, 'package'), plural(notUnderstoodCount, 'line')];
  throw new UsageError({
    en: `Read ${read}; ${unread} not understood, such as ${example}.`,
    zh: `读到 ${packages.length} 个软件包；有 ${notUnderstoodCount} 行无法识别，例如 ${example}。`,
  });
}

/** Returns the first line that is not empty, quoted and cut for a message. */
function beginning(text: string): LocalText {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  return line === '' ? NOTHING : quoted(line);
}

const quoted = (line: string) => JSON.stringify(truncate(line, QUOTED_LENGTH));
