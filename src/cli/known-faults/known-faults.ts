import { addressCommand } from '../address/address-command.ts';
import { auditCommand } from '../audit/audit-command.ts';
import { diagnoseCommand } from '../diagnose/diagnose-command.ts';
import type { CommandKnowledge } from './command-knowledge.ts';

const USAGE = `Usage: npx known-faults COMMAND

  diagnose   name the known fault behind the output of a program
  audit      list the known faults that affect the installed packages
  address    print the address of an error message

Run \`npx known-faults COMMAND --help\` for the options of a command.`;

const BAD_USE = 2;

/**
 * Runs the command `known-faults`.
 *
 * @param args arguments after the name of the program
 * @param load loads the known faults; called when they are needed
 * @returns the exit code
 */
export async function knownFaults(
  [name, ...args]: string[],
  load: () => Promise<CommandKnowledge>,
): Promise<number> {
  if (name === 'diagnose') return diagnoseCommand(args, load);
  if (name === 'audit') return auditCommand(args, load);
  if (name === 'address') return addressCommand(args, load);
  if (name === '--help' || name === '-h') {
    console.log(USAGE);
    return 0;
  }
  console.error(
    `${name === undefined ? 'COMMAND is missing.' : `Unknown command: ${name}.`}\n\n${USAGE}`,
  );
  return BAD_USE;
}
