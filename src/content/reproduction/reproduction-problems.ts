import { casesOf, type CasePlan } from '../../domain/reproduction/cases.ts';
import { sides } from '../../domain/reproduction/reproduction.ts';
import type { Problem } from '../../domain/facts/problems.ts';
import { truncate } from '../../domain/text/truncate.ts';
import type { SectionId } from '../../domain/facts/sections.ts';
import type { LibraryArticle } from '../read/library-model.ts';
import type { ReproductionFolder } from '../read/read-reproduction.ts';
import { findShownOutput } from './find-shown-output.ts';
import { shownCode, type ShownFile } from './shown-code.ts';

/** Sections whose files and commands a reader copies to run the fault. */
export const SECTIONS: readonly (SectionId | undefined)[] = ['reproduce', 'are-you-affected'];

const MAX_LINE_LENGTH = 60;

/** `pip install`, `python -m pip install`; not `uv pip install`, which needs no pip. */
const RUNS_PIP = /(?<!\buv )\bpip3? /;

const NAMES_PIP = /^pip(?![\w.-])/i;

/** Reports where a reproduction and the English text of its article contradict each other, or it cannot work. */
export function reproductionProblems(
  { text }: LibraryArticle,
  folder: ReproductionFolder,
): Problem[] {
  if (folder.reproduction.skip !== undefined) return [];
  const { files, outputs } = shownCode(text);
  return [
    ...referenceProblems(folder, outputs),
    ...casesOf(folder.reproduction).flatMap((plan) => pipProblems(plan, folder)),
    ...files
      .filter(({ section }) => SECTIONS.includes(section))
      .flatMap((shown) => fileProblems(shown, text.file, folder)),
  ];
}

/** Reports references to output that the article does not show, or shows more than once. */
function referenceProblems(
  { file, lineOf, reproduction }: ReproductionFolder,
  outputs: Parameters<typeof findShownOutput>[0],
): Problem[] {
  const problems: Problem[] = [];
  const check = (steps: typeof reproduction.steps, path: readonly PropertyKey[]) =>
    steps?.forEach((step, index) => {
      for (const side of sides) {
        step[side]?.prints.forEach((printed, place) => {
          if (typeof printed === 'string') return;
          const shown = findShownOutput(outputs, printed.article);
          if (!('found' in shown)) return;
          const at = [...path, 'steps', index, side, 'prints', place];
          problems.push({ file, line: lineOf(at), field: 'article', ...shown });
        });
      }
    });
  check(reproduction.steps, []);
  for (const [name, variant] of Object.entries(reproduction.variants)) {
    check(variant.steps, ['variants', name]);
  }
  return problems;
}

/** Reports steps that run pip in an environment without pip. */
function pipProblems(
  { broken, fixed, advice }: CasePlan,
  { file, lineOf }: ReproductionFolder,
): Problem[] {
  const plans = [broken, fixed].flatMap((plan) => plan ?? []);
  const isMissing = plans.some(({ packages, overrides, steps }) => {
    const commands = [...steps, ...advice].map(({ run, shell = '' }) => run ?? shell);
    const hasPip = [...packages, ...overrides].some((name) => NAMES_PIP.test(name));
    return !hasPip && commands.some((command) => RUNS_PIP.test(command));
  });
  if (!isMissing) return [];
  const found = 'a command that runs pip, without pip among the packages';
  return [
    { file, line: lineOf(['packages']), field: 'packages', found, expected: 'such as pip==26.3' },
  ];
}

/** Reports a code block that differs from the file that its title names. */
function fileProblems(
  { title, text, line }: ShownFile,
  article: string,
  { files }: ReproductionFolder,
): Problem[] {
  const names = [title, ...sides.map((side) => `${side}/${title}`)];
  const sources = names.flatMap((name) => {
    const source = files.get(name);
    return source === undefined ? [] : [{ name, lines: source.trimEnd().split('\n') }];
  });
  const field = 'text';
  const [first] = sources;
  if (!first) {
    const found = `the file ${title}, which reproduce/ does not have`;
    const expected = `reproduce/${title} with this text, or a block without title`;
    return [{ file: article, line, field, found, expected }];
  }
  const shown = text.trimEnd().split('\n');
  const differences = sources.map(({ lines }) => firstDifference(shown, lines));
  if (differences.some((index) => index < 0)) return [];
  const index = differences[0] ?? 0;
  const quoted = (lines: readonly string[]) =>
    lines[index] === undefined
      ? 'nothing'
      : JSON.stringify(truncate(lines[index], MAX_LINE_LENGTH));
  return [
    {
      file: article,
      line: line + index,
      field,
      found: quoted(shown),
      expected: `${quoted(first.lines)}, as in reproduce/${first.name}; the two must be equal`,
    },
  ];
}

/** Returns the index of the first line in which two texts differ, or -1. */
function firstDifference(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    if (a[index] !== b[index]) return index;
  }
  return -1;
}
