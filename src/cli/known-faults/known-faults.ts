import { closestName } from '../shared/closest-name.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import {
  helpText,
  languageOf,
  USAGE_ERROR,
  usageErrorText,
  type Command,
} from '../shared/define-command.ts';
import { NOTHING, notAllowed } from '../shared/usage-error.ts';
import type { Locale } from '../../domain/vocabulary.ts';
import type { CommandKnowledge } from './command-knowledge.ts';

const NAME = 'npx known-faults';

const USAGE: Record<Locale, string> = {
  en: `Usage: npx known-faults COMMAND

  diagnose   name the known fault behind the output of a program
  run        run a command, and diagnose its output if it fails
  audit      list the known faults of the installed packages, and the upgrades
             that fix them
  show       print an article
  address    print the address of an error message

Run \`npx known-faults COMMAND --help\` for the options of a command.`,
  zh: `用法：npx known-faults COMMAND

  diagnose   从程序的输出认出已知故障
  run        运行一个命令，失败时诊断它的输出
  audit      列出已安装软件包的已知故障，以及能修复它们的升级
  show       显示一篇文章
  address    显示一条报错的地址

各命令的选项见 \`npx known-faults COMMAND --help\`。默认使用系统的语言，
加上 \`--lang en\` 改用英文。`,
};

const EXAMPLES = [
  'npx known-faults run -- pip install numba',
  'npx known-faults audit uv.lock',
] as const;

export interface KnownFaultsContext extends KnowledgeContext<CommandKnowledge> {
  /** Returns the version of the package. */
  readVersion: () => Promise<string>;
  /** Returns the text of an article for a terminal; absent where the texts are not available. */
  articleText?: (slug: string, locale: Locale) => Promise<string>;
}

/** Each is loaded when it is called: the others would double the time to start. */
const COMMANDS = new Map<string, () => Promise<Command<KnownFaultsContext>>>([
  ['diagnose', async () => (await import('../diagnose/diagnose-command.ts')).diagnoseCommand],
  ['run', async () => (await import('../run/run-and-diagnose.ts')).runAndDiagnose],
  ['audit', async () => (await import('../audit/audit-command.ts')).auditCommand],
  ['show', async () => (await import('../show/show-command.ts')).showCommand],
  ['address', async () => (await import('../address/address-command.ts')).addressCommand],
]);

/** `known-faults`: hands over to the command that the first argument names. */
export const knownFaults: Command<KnownFaultsContext> = async ([name, ...args], context) => {
  const language = languageOf(args, context);
  if (name === '--help' || name === '-h') {
    context.stdout.write(helpText(USAGE[language], EXAMPLES, language));
    return 0;
  }
  if (name === '--version') {
    context.stdout.write(`${await context.readVersion()}\n`);
    return 0;
  }
  const load = name === undefined ? undefined : COMMANDS.get(name);
  if (load) return (await load())(args, context);
  const names = [...COMMANDS.keys()];
  const closest = closestName(name ?? '', names);
  const allowed = { en: names.join(', '), zh: names.join('、') };
  const error = notAllowed('COMMAND', name ?? NOTHING, allowed, closest);
  context.stderr.write(usageErrorText(error, NAME, language));
  return USAGE_ERROR;
};
