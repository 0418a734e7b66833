/** First line of a Python traceback; `| ` and `+ ` precede it within an exception group. */
export const TRACEBACK_START = /^(?:[|+] *)?Traceback \(most recent call last\)/;
