import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';

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
export function progress(
  stream: Writable & { isTTY?: boolean },
  title: string,
  total: number,
): Progress {
  return stream.isTTY ? terminalProgress(stream, title, total) : logProgress(stream, title, total);
}

function terminalProgress(stream: Writable, title: string, total: number): Progress {
  const bar = new SingleBar(
    { stream: stream as NodeJS.WriteStream, format: `${title} {bar} {value}/{total} {note}` },
    Presets.rect,
  );
  bar.start(total, 0, { note: '' });
  return {
    step: () => bar.increment(1, { note: '' }),
    note: (note) => bar.update({ note }),
    end: () => bar.stop(),
  };
}

function logProgress(stream: Writable, title: string, total: number): Progress {
  let done = 0;
  let tenths = 0;
  return {
    step() {
      done += 1;
      const reached = Math.floor((done * 10) / total);
      if (reached === tenths) return;
      tenths = reached;
      stream.write(`${title}: ${done} of ${total} (${tenths * 10} %)\n`);
    },
    note: (text) => void stream.write(`${title}: ${text}\n`),
    end: () => undefined,
  };
}
