/** Maximum total waiting time, in seconds: a comment is not worth keeping a runner busy for longer. */
const MAX_SECONDS = 60;

/** Maximum number of waits, in case a tracker keeps asking for waits of 0 seconds. */
const MAX_WAITS = 4;

/** Limits how long and how often a tracker may ask the Action to wait. */
export class RetryLimits {
  #seconds = MAX_SECONDS;
  #waits = MAX_WAITS;

  /** Returns whether a wait is within the limits, and deducts it if so. */
  grants(seconds: number): boolean {
    if (seconds > this.#seconds || this.#waits === 0) return false;
    this.#seconds -= seconds;
    this.#waits -= 1;
    return true;
  }
}
