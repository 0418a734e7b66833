import { addressCommand } from '../address/address-command.ts';
import { auditCommand } from '../audit/audit-command.ts';
import { diagnoseCommand } from '../diagnose/diagnose-command.ts';
import type { CommandKnowledge } from './command-knowledge.ts';

const USAGE = `Usage: npx known-faults COMMAND

  diagnose   names the known fault behind what a machine printed
  audit      names the known faults of what is installed
  address    prints the address under which a message is looked up

\`npx known-faults COMMAND --help\` says more.`;

const BAD_USE = 2;

/**
 * The command `known-faults`.
 *
 * @param args what stands behind its name
 * @param load what it knows, called when it is needed
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
  console.error(`${name === undefined ? 'No command.' : `No command ${name}.`}\n\n${USAGE}`);
  return BAD_USE;
}
