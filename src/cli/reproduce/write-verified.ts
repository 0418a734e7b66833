import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { setVerified } from '../../reproduce/facts-edit.ts';
import { machine } from '../../reproduce/missing-requirements.ts';
import type { PartResult } from '../../reproduce/run-reproduction.ts';
import type { CommandContext } from '../shared/command-context.ts';
import type { Reproducible } from './find-reproductions.ts';
import type { ArticleResult } from './article-status.ts';

/**
 * Writes what was run into `verified` of an article whose first case shows the fault and did as claimed, like every part of the
 * other cases that can run here.
 *
 * @returns a line about what was written, or why nothing was
 */
export async function writeVerified(
  { article: { text, facts } }: Reproducible,
  { results }: ArticleResult,
  { root, today }: CommandContext,
): Promise<string> {
  const [first] = results;
  const isMissing = ({ case: name, status }: PartResult) =>
    status !== 'as-claimed' && (name === first?.case || status !== 'cannot-run');
  if (results.some(isMissing)) {
    return `${facts.id}: not written, since not every part did as claimed`;
  }
  if (first?.shows === 'mechanism') {
    return `${facts.id}: not written, since the ${first.case} case shows only the mechanism`;
  }
  const broken = results.find(({ part }) => part === 'broken');
  const fixed = results.find((result) => result.part === 'fixed' && result.case === broken?.case);
  if (!broken?.versions || !broken.python) return `${facts.id}: not written, nothing ran`;
  const file = path.join(root, text.file);
  const verified = {
    on: today,
    platform: `${machine.system}-${machine.architecture}`,
    python: broken.python,
    broken: broken.versions,
    ...(fixed?.versions && { fixed: fixed.versions }),
  };
  await writeFileAtomic(file, setVerified(await readFile(file, 'utf8'), verified));
  return `${facts.id}: wrote verified into ${text.file}`;
}
