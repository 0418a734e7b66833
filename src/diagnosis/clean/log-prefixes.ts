/**
 * Text that tools put before the lines of other programs. Prefixes nest, so they are applied repeatedly: pytest's `E` in pip's box
 * in the log of a CI job in the log of a container.
 */
const PREFIXES: readonly RegExp[] = [
  // 2024-02-11T19:33:02.1234567Z, 2024-02-11 19:33:02,123, 2023/08/09 06:14:07
  /^\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?[:\s]/,
  // [2024-02-11 19:33:02], [12:34:56.789], [ 17.250000], [1700000000.123456]
  /^\[\s*(?:\d{4}-\d{2}-\d{2}[T ])?(?:\d{2}:\d{2}(?::\d{2})?|\d{1,12}\.\d{2,9})(?:[.,]\d{1,9})?Z?\]/,
  // 19:33:02-123456, 12:34:56.789
  /^\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,9})?\s/,
  // syslog: Mar  4 17:02:48 desk2 scribe-d[311]:
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2} [\w.-]{1,64} [\w./-]{1,64}(?:\[\d{1,8}\])?:/,
  // BuildKit: #7 3.25, and its failure report: > [3/4] RUN ...: / 3.25
  /^#\d{1,4} \d{1,6}\.\d{1,4}(?:\s|$)/,
  /^\d{1,6}\.\d{3}\s/,
  // docker compose and foreman: web_1  |
  /^[\w.-]{1,40}\s{0,20}\|\s/,
  // Boxes of pip, rich, Yocto; Markdown quotes; diff-like marks of pytest
  /^[│┃┆╎|❱]+/,
  /^(?:E|>{1,3})\s/,
  /^[×╰─>╭╮╯━]{1,4}\s/,
  // Log levels alone; `INFO:root:` is kept
  /^(?:\[(?:INFO|WARN|WARNING|ERROR|DEBUG|stdout|stderr)\]|stderr:|stdout:|remote:|npm ERR!)\s?/,
];

/** Maximum depth of nested prefixes. */
const MAX_ROUNDS = 6;

/** The characters with which a line that has a prefix begins; saves trying all of them. */
const MAY_HAVE_PREFIX = /^[\d[#│┃┆╎|❱×╰─>╭╮╯━ECDFJMANOSnrsw\w]/;

/** Removes the prefixes of a line and the right edge of a box. */
export function stripLogPrefixes(line: string): string {
  let rest = line.trim();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = rest;
    if (!MAY_HAVE_PREFIX.test(rest)) break;
    for (const prefix of PREFIXES) rest = rest.replace(prefix, '').trimStart();
    if (rest === before) break;
  }
  return rest.replace(/[│┃╮╯]$/, '').trimEnd();
}
