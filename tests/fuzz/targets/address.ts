import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTextFragment, writeTextFragment } from '../../../src/client/shared/text-fragment.ts';
import { upstreamPath } from '../../../src/domain/addresses/addresses.ts';
import { messageHash, normalizedMessage } from '../../../src/domain/addresses/message-hash.ts';
import { reportAddress } from '../../../src/domain/addresses/report-address.ts';
import {
  isPublicAddress,
  trackerItem,
  trackerKey,
  upstreamLabel,
} from '../../../src/domain/upstream/tracker-address.ts';
import { facetKeys, perFacet } from '../../../src/search/facets.ts';
import { MAX_QUERY_LENGTH, readState, writeState } from '../../../src/search/search-state.ts';
import { anyText, joined, special } from '../hostile-text.ts';
import type { Target } from '../target.ts';

const known = perFacet(() => ['cython', 'numba', '3.13t', 'crash']);

const syntax = fc.constantFrom(
  ...['?', '&', '=', '#', '/', '//', ':', '@', '.', '..', '%', '%2F', '%00', '%E0%A4%A', '+', ';'],
  ...[
    '?q=',
    '&mine=1',
    '#paste=',
    '&project=cython',
    '&python=3.13t',
    '&symptom=',
    '-',
    '0',
    '007',
  ],
  ...[
    'https://',
    'http:/',
    'HTTPS:',
    'javascript:',
    'www.',
    'github.com',
    'GitLab.com',
    'xn--a.com',
  ],
  ...['/cython/cython', '/group/sub/project', '/-/', '/issues/', '/Issues/', '/pull/', '/pulls/'],
  ...[
    '/discussions/',
    '/merge_requests/',
    '/work_items/',
    '6434',
    '99999999999',
    '/files',
    '#cause',
  ],
  ...['File "<path>", line ', 'undefined symbol ', '<n>', '0x7f', '/usr/lib/x.so '],
  ...facetKeys,
);

/** Query strings, fragments, upstream addresses and messages, as links bring them. */
export const address: Target<string> = {
  name: 'address',
  inputs: fc.oneof(
    joined(fc.oneof({ weight: 4, arbitrary: syntax }, special, anyText(6)), 14),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    anyText(5_000),
  ),
  runs: 1_000,
  check(text) {
    const state = readState(text, known);
    assert.ok(state.q.length <= MAX_QUERY_LENGTH);
    const written = writeState(state);
    assert.equal(writeState(readState(written, known)), written);

    readTextFragment(text);
    assert.equal(readTextFragment(writeTextFragment(text)), text.toWellFormed());

    const key = trackerKey(text);
    if (key !== undefined) assert.match(key, /^[a-z.]+(?:\/[\w.-]+)+\/\d+$/);
    const item = trackerItem(text);
    if (item) {
      assert.equal(new URL(text).hostname, item.host);
      const path = upstreamPath(text);
      assert.equal(trackerKey(path ?? ''), trackerKey(text));
      assert.match(path ?? '', /^\/[\w./-]+\/$/);
    }
    if (isPublicAddress(text)) upstreamLabel(text);

    const normalized = normalizedMessage(text);
    assert.equal(normalizedMessage(normalized), normalized);
    // Lowercasing makes some letters longer, never more than threefold.
    assert.ok(normalized.length <= 12_000);
    const hash = messageHash(text);
    if (hash !== undefined) assert.match(hash, /^[0-9a-f]{16}$/);

    const report = reportAddress('https://github.com/o/r', 'unknown-error', '', {
      message: text,
      environment: '',
    });
    assert.ok(report.length <= 6_000);
    assert.ok(text.toWellFormed().startsWith(new URL(report).searchParams.get('message') ?? '?'));
  },
};
