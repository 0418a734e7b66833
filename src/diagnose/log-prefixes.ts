/**
 * What tools put in front of other programs' lines. Each is general to a tool, none belongs to a fault.
 * Applied again and again, since they nest: a container's log of a CI job's log of pip's box of pytest's line.
 */
const PREFIXES: readonly RegExp[] = [
  // 2023-08-09T06:14:07.8531793Z, 2025-10-01 22:04:21,136, 2023/08/09 06:14:07
  /^\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?[:\s]/,
  // [2024-10-17 11:35:01], [12:34:56.789], [ 4826.609574], [1662610275.324739]
  /^\[\s*(?:\d{4}-\d{2}-\d{2}[T ])?(?:\d{2}:\d{2}(?::\d{2})?|\d{1,12}\.\d{2,9})(?:[.,]\d{1,9})?Z?\]/,
  // 22:16:19-842024, 12:34:56.789
  /^\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,9})?\s/,
  // syslog: Dec 13 06:41:15 node7 ceph-mgr[17264]:
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2} [\w.-]{1,64} [\w./-]{1,64}(?:\[\d{1,8}\])?:/,
  // BuildKit: #15 14.78, and its failure report: > [3/4] RUN ...: / 14.78
  /^#\d{1,4} \d{1,6}\.\d{1,4}(?:\s|$)/,
  /^\d{1,6}\.\d{3}\s/,
  // docker compose and foreman: web_1  |
  /^[\w.-]{1,40}\s{0,20}\|\s/,
  // Boxes of pip, rich, Yocto; Markdown quotes; diff-like marks of pytest
  /^[│┃┆╎|❱]+/,
  /^(?:E|>{1,3})\s/,
  /^[×╰─>╭╮╯━]{1,4}\s/,
  // log levels: INFO:root: is kept, plain ones go
  /^(?:\[(?:INFO|WARN|WARNING|ERROR|DEBUG|stdout|stderr)\]|stderr:|stdout:|remote:|npm ERR!)\s?/,
];

/** Rounds of prefixes: a line that nests deeper is not read any better. */
const ROUNDS = 6;

/** Digits, brackets, bars and the like: how a line must begin to have a prefix at all. */
const MAY_HAVE_PREFIX = /^[\d[#│┃┆╎|❱×╰─>╭╮╯━ECDFJMANOSnrsw\w]/;

/** The line without what stands in front of it, and without the right edge of a box. */
export function withoutPrefixes(line: string): string {
  let rest = line.trim();
  for (let round = 0; round < ROUNDS; round++) {
    const before = rest;
    if (!MAY_HAVE_PREFIX.test(rest)) break;
    for (const prefix of PREFIXES) rest = rest.replace(prefix, '').trimStart();
    if (rest === before) break;
  }
  return rest.replace(/[│┃╮╯]$/, '').trimEnd();
}
