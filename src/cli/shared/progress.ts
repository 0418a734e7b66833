import { Presets, SingleBar } from 'cli-progress';
import { printable } from '../../domain/text/characters.ts';
import type { Output } from './output.ts';

export interface Progress {
  /** Counts one more step. */
  step(): void;
  /** Shows why the next step takes long. */
  note(text: string): void;
  end(): void;
}

/**
 * Reports progress: as a bar on a terminal, elsewhere with a line for every tenth of the steps.
 *
 * @param title shown first, such as `GitHub`
 * @param total number of steps
 */
export function progress(output: Output, title: string, total: number): Progress {
  return output.isTTY ? terminalProgress(output, title, total) : logProgress(output, title, total);
}

function terminalProgress({ terminal }: Output, title: string, total: number): Progress {
  const bar = new SingleBar(
    { stream: terminal as NodeJS.WriteStream, format: `${title} {bar} {value}/{total} {note}` },
    Presets.rect,
  );
  bar.start(total, 0, { note: '' });
  return {
    step: () => bar.increment(1, { note: '' }),
    note: (note) => bar.update({ note: printable(note) }),
    end: () => bar.stop(),
  };
}

function logProgress(output: Output, title: string, total: number): Progress {
  let done = 0;
  let tenths = 0;
  return {
    step() {
      done += 1;
      const reached = Math.floor((done * 10) / total);
      if (reached === tenths) return;
      tenths = reached;
      output.write(`${title}: ${done} of ${total} (${tenths * 10} %)\n`);
    },
    note: (text) => output.write(`${title}: ${text}\n`),
    end: () => undefined,
  };
}
