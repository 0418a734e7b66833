/** Waiting time in all, in seconds. Chosen: a comment is not worth more of a runner's time. */
const MAX_SECONDS = 60;

/** Stops a tracker that asks for retries without a delay. Chosen. */
const MAX_WAITS = 4;

/** Bounds how long and how often a tracker may delay one run of the Action. */
export class RetryLimits {
  #seconds = MAX_SECONDS;
  #waits = MAX_WAITS;

  /** Returns whether a delay, in seconds, is within the limits, and if so counts it. */
  grants(seconds: number): boolean {
    if (seconds > this.#seconds || this.#waits === 0) return false;
    this.#seconds -= seconds;
    this.#waits -= 1;
    return true;
  }
}
