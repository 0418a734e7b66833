import type { SourceText } from '../../audit/inventory/inventory.ts';
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

const STANDARD_INPUT_NAME = 'standard input';

/**
 * Reads the files that the caller named. Without any, reads what is piped, else the lock files of the folder, else what is
 * installed in the active environment.
 *
 * @throws {UsageError} when a file cannot be read or there is nothing to read
 */
export async function readSources(
  files: readonly string[],
  context: BaseContext,
): Promise<AuditSources> {
  if (files.length > 0) return readFiles(files, context);
  if (!context.stdin.isTTY) {
    // Where nothing is piped, as in a CI job, the standard input is empty.
    const text = await readTextInput(undefined, context);
    if (text.trim() !== '') return { texts: [{ text }], unnamed: STANDARD_INPUT_NAME };
  }
  const lockFiles = await lockFilesIn(context.root);
  if (lockFiles.length > 0) {
    const python = await activePython(context, { isProject: true });
    const { texts } = await readFiles(lockFiles, context);
    if (!python) return { texts, unnamed: STANDARD_INPUT_NAME };
    return { texts: [...texts, { text: python.machine }], ...namesOf(python) };
  }
  const python = await activePython(context);
  if (!python) {
    throw new UsageError(
      'Found no lock file in this folder and no Python 3 on the PATH; allowed: a FILE, or the output of pip list as input.',
    );
  }
  return { texts: [{ text: `${python.machine}\n${python.packages}` }], ...namesOf(python) };
}

const namesOf = ({ executable }: ActivePython) => ({
  unnamed: executable,
  interpreter: executable,
});

async function readFiles(files: readonly string[], context: BaseContext): Promise<AuditSources> {
  const texts = await Promise.all(
    [...new Set(files)].map(async (name) =>
      name === STANDARD_INPUT
        ? { text: await readTextInput(undefined, context) }
        : { name, text: await readTextInput(name, context) },
    ),
  );
  return { texts, unnamed: STANDARD_INPUT_NAME };
}
