import type { SourceText } from '../../audit/inventory/inventory.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import { auditReportWords } from '../../i18n/audit-report-words.ts';
import type { BaseContext } from '../shared/command-context.ts';
import { readTextInput } from '../shared/read-input.ts';
import { UsageError } from '../shared/usage-error.ts';
import { activePython, type ActivePython } from './active-python.ts';
import { STANDARD_INPUT } from './audit-options.ts';
import { lockFilesIn } from './lock-files.ts';

/** Texts to audit, and where they come from. */
export interface AuditSources {
  texts: SourceText[];
  /** Names the texts that are not files in messages: the standard input, or an interpreter. */
  unnamed: string;
  /** Path of the interpreter that was asked for its version and platform. */
  interpreter?: string;
}

/**
 * Reads the files that the caller named. Without any, reads what is piped, else the lock files of the folder, else what is
 * installed in the active environment.
 *
 * @throws {UsageError} when a file cannot be read or there is nothing to read
 */
export async function readSources(
  files: readonly string[],
  context: BaseContext,
  language: Locale,
): Promise<AuditSources> {
  const unnamed = auditReportWords[language].standardInput;
  if (files.length > 0) return { texts: await readFiles(files, context), unnamed };
  if (!context.stdin.isTTY) {
    // Where nothing is piped, as in a CI job, the standard input is empty.
    const text = await readTextInput(undefined, context);
    if (text.trim() !== '') return { texts: [{ text }], unnamed };
  }
  const lockFiles = await lockFilesIn(context.root);
  if (lockFiles.length > 0) {
    const python = await activePython(context, { isProject: true });
    const texts = await readFiles(lockFiles, context);
    if (!python) return { texts, unnamed };
    return { texts: [...texts, { text: python.machine }], ...namesOf(python) };
  }
  const python = await activePython(context);
  if (!python) {
    throw new UsageError({
      en: 'Found no lock file in this folder and no Python 3 on the PATH; allowed: a FILE, or the output of pip list as input.',
      zh: '这个目录里没有锁文件，PATH 里也没有 Python 3；请给出 FILE，或者把 pip list 的输出作为输入。',
    });
  }
  return { texts: [{ text: `${python.machine}\n${python.packages}` }], ...namesOf(python) };
}

const namesOf = ({ executable }: ActivePython) => ({
  unnamed: executable,
  interpreter: executable,
});

async function readFiles(files: readonly string[], context: BaseContext): Promise<SourceText[]> {
  return Promise.all(
    [...new Set(files)].map(async (name) =>
      name === STANDARD_INPUT
        ? { text: await readTextInput(undefined, context) }
        : { name, text: await readTextInput(name, context) },
    ),
  );
}
