import { addressCommand } from '../address/address-command.ts';
import { auditCommand } from '../audit/audit-command.ts';
import { diagnoseCommand } from '../diagnose/diagnose-command.ts';
import type { KnowledgeContext } from '../shared/command-context.ts';
import { USAGE_ERROR, type Command } from '../shared/define-command.ts';
import type { CommandKnowledge } from './command-knowledge.ts';

const USAGE = `Usage: npx known-faults COMMAND

  diagnose   name the known fault behind the output of a program
  audit      list the known faults that affect the installed packages
  address    print the address of an error message

Run \`npx known-faults COMMAND --help\` for the options of a command.`;

export interface KnownFaultsContext extends KnowledgeContext<CommandKnowledge> {
  /** Returns the version of the package. */
  readVersion: () => Promise<string>;
}

const COMMANDS = new Map<string | undefined, Command<KnownFaultsContext>>([
  ['diagnose', diagnoseCommand],
  ['audit', auditCommand],
  ['address', addressCommand],
]);

/** `known-faults`: hands over to the command that the first argument names. */
export const knownFaults: Command<KnownFaultsContext> = async ([name, ...args], context) => {
  const command = COMMANDS.get(name);
  if (command) return command(args, context);
  if (name === '--help' || name === '-h') {
    context.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (name === '--version') {
    context.stdout.write(`${await context.readVersion()}\n`);
    return 0;
  }
  const reason = name === undefined ? 'COMMAND is missing.' : `Unknown command: ${name}.`;
  context.stderr.write(`${reason}\n\n${USAGE}\n`);
  return USAGE_ERROR;
};
