import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is. */
export interface Progress {
  /** One more is done. */
  step(): void;
  /** Says why nothing moves. */
  note(text: string): void;
  end(): void;
}

/**
 * A bar on a terminal; elsewhere, such as in a log, one line for each tenth of the way.
 *
 * @param stream where it is shown: the standard error, so that the result stays clean
 * @param title what is done: `GitHub`
 * @param total number of steps
 */
export function progress(
  stream: Writable & { isTTY?: boolean },
  title: string,
  total: number,
): Progress {
  return stream.isTTY ? bar(stream, title, total) : lines(stream, title, total);
}

function bar(stream: Writable, title: string, total: number): Progress {
  const shown = new SingleBar(
    { stream: stream as NodeJS.WriteStream, format: `${title} {bar} {value}/{total} {note}` },
    Presets.rect,
  );
  shown.start(total, 0, { note: '' });
  return {
    step: () => shown.increment(1, { note: '' }),
    note: (note) => shown.update({ note }),
    end: () => shown.stop(),
  };
}

function lines(stream: Writable, title: string, total: number): Progress {
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
