import { rm } from 'node:fs/promises';
import { casesOf } from '../../domain/reproduction/cases.ts';
import {
  requestPart,
  runPart,
  type Part,
  type PartResult,
  type ReproductionContext,
} from '../../reproduce/run-reproduction.ts';
import { progress } from '../shared/progress.ts';
import type { Output } from '../shared/output.ts';
import { articleStatus, type ArticleResult } from './article-status.ts';
import type { Reproducible } from './find-reproductions.ts';

export interface RunOptions {
  parts: readonly Part[];
  /** The only case to run; all if `undefined`. */
  caseName: string | undefined;
  /** Removes the environments of an article when it has ended. */
  clean: boolean;
  /** Distinguishes environments of releases that change from day to day. */
  key: string;
}

/**
 * Runs the parts of articles one after the other and shows progress. When it is interrupted, returns the results of the parts
 * that had ended.
 */
export async function runArticles(
  found: readonly Reproducible[],
  options: RunOptions,
  context: Omit<ReproductionContext, 'onStep'>,
  stderr: Output,
): Promise<ArticleResult[]> {
  const bar = progress(stderr, 'Reproductions', found.length);
  const results: ArticleResult[] = [];
  for (const one of found) {
    if (context.signal.aborted) break;
    const { slug, facts } = one.article;
    const { skip } = one.folder.reproduction;
    // A log gets a line for each part, a terminal also the step that runs.
    const note = (part: string, step?: string) => {
      if (step === undefined) bar.note(`${facts.id} ${part}`);
      else if (stderr.isTTY) bar.note(`${facts.id} ${part}: ${step}`);
    };
    const folders = new Set<string>();
    const onEnvironment = (folder: string) => folders.add(folder);
    const parts = await runArticle(one, options, { ...context, onEnvironment }, note);
    if (options.clean) {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    }
    const result = { ...(skip !== undefined && { skip }), results: parts };
    const status = context.signal.aborted ? 'interrupted' : articleStatus(result);
    results.push({ id: facts.id, slug, status, ...result });
    bar.step();
  }
  bar.end();
  return results;
}

async function runArticle(
  { article, folder, outputs }: Reproducible,
  { parts, caseName, key }: RunOptions,
  context: Omit<ReproductionContext, 'onStep'>,
  note: (part: string, step?: string) => void,
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const plan of casesOf(folder.reproduction)) {
    if (caseName !== undefined && caseName !== plan.name) continue;
    for (const part of parts) {
      const request = requestPart(part, { plan, files: folder.files, outputs }, article.facts);
      if (!request || context.signal.aborted) continue;
      const title = `${plan.name} ${part}`;
      note(title);
      const keyed = {
        ...request,
        // The advice changes its environment, which must not be the one of the broken side.
        ...(part === 'advice' && { key: part }),
        ...(part === 'newest' && { key }),
      };
      const onStep = (step: string) => note(title, step);
      try {
        results.push(await runPart(keyed, { ...context, onStep }));
      } catch (error) {
        if (!context.signal.aborted) throw error;
      }
    }
  }
  return results;
}
