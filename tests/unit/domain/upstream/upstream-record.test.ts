import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/domain/facts/problems.ts';
import {
  currentUpstream,
  formatRecord,
  openRecord,
  type CheckedAddress,
  type UpstreamFile,
} from '../../../../src/domain/upstream/upstream-record.ts';
import { readLibrary } from '../../../../src/content/read/read-library.ts';
import { libraryWith } from '../../../support/library-copy.ts';

const ISSUE = 'https://github.com/example/demo/issues/1';
const FIX = 'https://github.com/example/demo/pull/2';
const MANUAL = 'https://demo.example/manual';

const file: UpstreamFile = {
  checked: '2026-03-01',
  addresses: { [ISSUE]: { state: 'open' }, [FIX]: { state: 'open', checked: '2026-03-04' } },
  packages: { 'PyPI/demo': { version: '1.2.0', checked: '2026-03-02' } },
};

test('every entry has its day: its own, or the one at the top', () => {
  const { addresses, packages } = openRecord(file);
  expect([...addresses.values(), ...packages.values()].map(({ checked }) => checked)).toEqual([
    '2026-03-01',
    '2026-03-04',
    '2026-03-02',
  ]);
});

test('what was read is written back the same; the order in which it was asked does not matter', () => {
  const record = openRecord(file);
  const backwards = { ...record, addresses: new Map([...record.addresses].reverse()) };
  expect(JSON.parse(formatRecord(record))).toEqual(file);
  expect(formatRecord(backwards)).toBe(formatRecord(record));
});

test('a look at everything changes the line at the top and what has changed, nothing else', () => {
  const { addresses, packages } = openRecord(file);
  const checked = '2026-03-08';
  const again = <T extends object>(entries: Map<string, T>) =>
    new Map([...entries].map(([key, entry]) => [key, { ...entry, checked }]));
  const record = { addresses: again(addresses), packages: again(packages) };
  record.addresses.set(FIX, { state: 'merged', closed: '2026-03-05', checked });
  expect(formatRecord(record)).toBe(`{
  "checked": "2026-03-08",
  "addresses": {
    "${ISSUE}": {"state":"open"},
    "${FIX}": {"state":"merged","closed":"2026-03-05"}
  },
  "packages": {
    "PyPI/demo": {"version":"1.2.0"}
  }
}
`);
});

describe('an article shows', () => {
  const article = (updated: string) => ({
    updated,
    upstream: [
      { kind: 'issue' as const, url: ISSUE, state: 'open' as const },
      { kind: 'fix' as const, url: FIX },
      { kind: 'docs' as const, url: MANUAL },
    ],
  });
  const seen = (looks: Record<string, CheckedAddress>) => ({
    addresses: new Map(Object.entries(looks)),
    packages: new Map(),
  });
  const closed: CheckedAddress = { state: 'closed', closed: '2026-03-01', checked: '2026-03-02' };
  const gone: CheckedAddress = { gone: true, checked: '2026-03-03' };

  test('the states of the last look, and the day by which all of them were looked at', () => {
    const { links, checked } = currentUpstream(
      article('2026-02-01'),
      seen({ [ISSUE]: closed, [FIX]: gone }),
    );
    expect(links.map(({ state, gone: isGone }) => [state, isGone])).toEqual([
      ['closed', undefined],
      [undefined, true],
      [undefined, undefined],
    ]);
    expect(checked).toBe('2026-03-02');
  });

  test('its own states where it was revised after the look', () => {
    const { links, checked } = currentUpstream(
      article('2026-03-03'),
      seen({ [ISSUE]: closed, [FIX]: gone }),
    );
    expect(links.map(({ state, gone: isGone }) => [state, isGone])).toEqual([
      ['open', undefined],
      [undefined, true],
      [undefined, undefined],
    ]);
    expect(checked).toBeUndefined();
  });

  test('no day as long as one of its addresses has not been looked at, or where it cites none', () => {
    expect(currentUpstream(article('2026-02-01'), seen({ [ISSUE]: closed })).checked).toBe(
      undefined,
    );
    const manual = { ...article('2026-02-01'), upstream: article('2026-02-01').upstream.slice(2) };
    expect(currentUpstream(manual, seen({})).checked).toBeUndefined();
  });
});

describe('a mistake in the files that commands write is one line', () => {
  const problemsIn = async (name: string, text: string) => {
    const root = libraryWith();
    const target = path.join(root, 'content', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return (await readLibrary(root)).problems.map(formatProblem);
  };
  const record = (changes: object) =>
    JSON.stringify({ checked: '2026-03-01', addresses: {}, packages: {}, ...changes });
  const releases = (changes: object, ...list: object[]) =>
    JSON.stringify({
      ecosystem: 'PyPI',
      package: 'demo',
      checked: '2026-03-01',
      releases: list,
      ...changes,
    });

  test.each<[string, string, string]>([
    ['upstream.json', '{', ' file: found text that is not JSON'],
    [
      'upstream.json',
      record({ checked: 'today' }),
      ' checked: found "today"; allowed: a date such as 2026-11-21',
    ],
    [
      'upstream.json',
      record({ day: '2026-03-01' }),
      ' day: found an unknown field; allowed: one of checked, addresses, packages',
    ],
    [
      'upstream.json',
      record({ addresses: { [ISSUE]: { state: 'done' } } }),
      ` addresses.${ISSUE}.state: found "done"; allowed: open, closed, merged`,
    ],
    [
      'upstream.json',
      record({ addresses: { [ISSUE]: { closed: '2026-01-01' } } }),
      ` addresses.${ISSUE}: found {"closed":"2026-01-01"}; allowed: either a state or gone`,
    ],
    [
      'upstream.json',
      record({ addresses: { [MANUAL]: { state: 'open' } } }),
      ` addresses.${MANUAL}: found {"state":"open"}; allowed: under the address of an issue, pull request or discussion on GitHub`,
    ],
    [
      'upstream.json',
      record({ addresses: { [ISSUE]: { state: 'open', moved: 'javascript:alert(1)' } } }),
      ` addresses.${ISSUE}.moved: found "javascript:alert(1)"; allowed: an issue, pull request or discussion on GitHub`,
    ],
    [
      'upstream.json',
      record({ addresses: { [ISSUE]: { state: 'open', checked: '2026-03-01' } } }),
      ` addresses.${ISSUE}.checked: found "2026-03-01"; allowed: a date after 2026-03-01, the one at the top, or none`,
    ],
    [
      'upstream.json',
      record({ packages: { 'PyPI/Demo_Py': { version: '1.0' } } }),
      ' packages.PyPI/Demo_Py: found {"version":"1.0"}; allowed: under a key such as PyPI/cython, the name in its normal form',
    ],
    [
      'upstream.json',
      record({ packages: { 'npm/demo': { version: '1.0' } } }),
      ' packages.npm/demo: found {"version":"1.0"}; allowed: under a key such as PyPI/cython, the name in its normal form',
    ],
    [
      'upstream.json',
      record({ packages: { 'crates.io/demo': { version: '1.0' } } }),
      ' packages.crates.io/demo.version: found "1.0"; allowed: a version of crates.io',
    ],
    ['releases/PyPI/demo.json', 'null', ' file: found nothing; allowed: a mapping'],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: '1.0-beta1' }),
      ' releases[0].version: found "1.0-beta1"; allowed: a version in its normal form: 1.0b1',
    ],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: 'latest' }),
      ' releases[0].version: found "latest"; allowed: a version in its normal form',
    ],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: '1.10' }, { version: '1.9' }),
      ' releases[1].version: found "1.9"; allowed: a version after 1.10, the one above it',
    ],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: '1.0', day: '2026-02-30' }),
      ' releases[0].day: found "2026-02-30"; allowed: a date such as 2026-11-21',
    ],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: '1.0', yanked: false }),
      ' releases[0].yanked: found false; allowed: true',
    ],
    [
      'releases/PyPI/demo.json',
      releases({}, { version: '1.0', requires_python: 'three' }),
      ' releases[0].requires_python: found "three"; allowed: a PEP 440 specifier such as ">=3.8"',
    ],
    [
      'releases/PyPI/demo.json',
      releases({ package: 'Demo' }),
      ' package: found "Demo"; allowed: the normal form of a name: demo',
    ],
    [
      'releases/PyPI/other.json',
      releases({}),
      ' file name: found "PyPI/other.json"; allowed: PyPI/demo.json, to match its content',
    ],
    ['releases/npm/demo.json', releases({}), ''],
  ])('%s: %s', async (name, text, expected) => {
    const [line, ...others] = await problemsIn(name, text);
    expect(others).toEqual([]);
    if (expected === '') {
      expect(line).toBe('content/releases/npm folder name: found "npm"; allowed: PyPI, crates.io');
    } else if (text === '{') expect(line).toMatch(`content/${name}${expected}`);
    else expect(line).toBe(`content/${name}${expected}`);
  });
});
