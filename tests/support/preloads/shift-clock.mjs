/** Preloaded into a build: makes its clock 400 days and some hours fast, in another year, month, and hour. */
const SHIFT_MS = (400 * 24 + 7) * 3_600_000;

const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + SHIFT_MS);
    else super(...args);
  }

  static now() {
    return RealDate.now() + SHIFT_MS;
  }
};
