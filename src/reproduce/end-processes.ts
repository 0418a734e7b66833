import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Variable that all processes of one run inherit. Programs such as `timeout` leave the group of the process. */
export const MARK = 'KNOWN_FAULTS_RUN';

/** While processes are ended, they may start others. Chosen. */
const MAX_ROUNDS = 5;

/**
 * Ends a process, those of its group, and on Linux all with the mark.
 *
 * @param pid `undefined` if it could not be started
 * @param mark value of the variable
 */
export function endProcesses(pid: number | undefined, mark: string): void {
  if (pid !== undefined) end(process.platform === 'win32' ? pid : -pid);
  if (process.platform !== 'linux') return;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const marked = markedProcesses(mark);
    for (const one of marked) end(one);
    if (marked.length === 0) break;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Returns the processes of this user that have inherited the mark. */
function markedProcesses(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && hasMark(name, mark))
    .map(Number);
}

function hasMark(pid: string, mark: string): boolean {
  try {
    // Empty for a process that has ended and waits for its parent.
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${mark}`);
  } catch {
    // It has ended, or belongs to another user.
    return false;
  }
}
