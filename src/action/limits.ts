/** Who waits for longer keeps a runner busy for a comment that can do without. */
const MAX_SECONDS = 60;

/** A tracker that asks again and again, each time for no time at all, does not mean it. */
const MAX_WAITS = 4;

/** How long and how often a tracker may ask to wait, in all. */
export class RetryLimits {
  #seconds = MAX_SECONDS;
  #waits = MAX_WAITS;

  /** True when it is worth waiting so long; that time is then spent. */
  grants(seconds: number): boolean {
    if (seconds > this.#seconds || this.#waits === 0) return false;
    this.#seconds -= seconds;
    this.#waits -= 1;
    return true;
  }
}
