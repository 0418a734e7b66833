import type { LibraryArticle } from '../../content/read/library-model.ts';
import type { ReproductionFolder } from '../../content/read/read-reproduction.ts';
import { uncheckedCommands } from '../../content/reproduction/unchecked-commands.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';

/** Reports commands that an article shows and its reproduction does not run: nothing says that they still work. */
export function checkCommands(
  { text }: LibraryArticle,
  folder: ReproductionFolder | undefined,
): LintMessage[] {
  if (!folder || folder.reproduction.skip !== undefined) return [];
  const { file, lineOf, reproduction } = folder;
  const rule = 'reproduction';
  const { commands, unused } = uncheckedCommands(text, { reproduction });
  return [
    ...commands.map(({ text: command, line }) =>
      advice({
        ...{ file: text.file, line, rule },
        found: `a command that reproduce.yaml does not run: ${quote(command.replaceAll(/\s+/g, ' '))}`,
        wanted: 'a step that runs it, or an entry of not_run that says why not',
      }),
    ),
    ...unused.map((index) =>
      advice({
        ...{ file, line: lineOf(['not_run', index]), rule },
        found: 'an entry for a command that the article does not show, or that a step runs',
        wanted: 'none',
      }),
    ),
  ];
}
