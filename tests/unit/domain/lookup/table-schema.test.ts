import { describe, expect, test } from 'vitest';
import { tableSchema } from '../../../../src/domain/lookup/table-schema.ts';

const title = { en: 'Looms', zh: '织机' };
const source = { source: 'https://weaver.example/names', checked: '2026-01-02' };
const columns = {
  header: { kind: 'key', title, ...source },
  since: { kind: 'text', title, ...source },
  instead: { kind: 'code', title, ...source },
  build: { kind: 'packages', title, sources: { debian: source } },
  python: { kind: 'python', title, ...source },
};
const loom = { id: 'loom', name: 'Loom', header: ['loom.h'] };

const parse = (...rows: object[]) => tableSchema.safeParse({ title, columns, rows });
const problemsOf = (...rows: object[]) =>
  parse(...rows).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('the cells of a row are divided by the kinds of their columns', () => {
  const { data } = parse({
    ...loom,
    since: { en: 'the second release', zh: '第二版' },
    instead: 'weave()',
    build: { debian: 'libloom-dev libspindle-dev', alpine: { unverified: 'loom-dev' } },
    python: [{ package: 'pyloom', wheel: 'pyloom-binary' }],
  });
  expect(data?.rows).toEqual([
    {
      id: 'loom',
      name: 'Loom',
      keys: { header: ['loom.h'] },
      texts: { since: { en: 'the second release', zh: '第二版' } },
      codes: { instead: ['weave()'] },
      packages: {
        build: {
          debian: { names: 'libloom-dev libspindle-dev', isVerified: true },
          alpine: { names: 'loom-dev', isVerified: false },
        },
      },
      python: [{ name: 'pyloom', wheel: 'pyloom-binary' }],
    },
  ]);
});

describe('a row is refused', () => {
  test.each([
    ['with an undeclared column', { heddle: 'x' }, 'rows.0.heddle: a column that columns declares'],
    [
      'with a name that has a space',
      { header: ['loom .h'] },
      'rows.0.header.0: a name without spaces and quotes, of at most 200 characters',
    ],
    [
      'with a package name that a shell would interpret',
      { build: { debian: 'loom; reboot' } },
      'rows.0.build.debian: names of packages, or unverified: names',
    ],
    ['with a text in one language', { since: { en: 'x' } }, 'rows.0.since: text, or en and zh'],
    [
      'with a column named like a field of every object',
      { constructor: 'x' },
      'rows.0.constructor: a column that columns declares',
    ],
  ])('%s', (_, cells, problem) => {
    expect(problemsOf({ ...loom, ...cells })).toEqual([problem]);
  });

  test('with the id or a name of another row', () => {
    expect(problemsOf(loom, { ...loom, header: ['spindle.h'] })).toEqual([
      'rows.1.id: an id that no other row has',
    ]);
    expect(problemsOf(loom, { ...loom, id: 'spindle', header: ['LOOM.H'] })).toEqual([
      'rows.1.header.0: a name that loom does not have',
    ]);
  });
});

test('a column says where its values come from', () => {
  const { error } = tableSchema.safeParse({
    title,
    columns: { header: { kind: 'key', title }, build: { kind: 'packages', title } },
    rows: [loom],
  });
  expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'columns.header.source: the page that has the values',
    'columns.header.checked: the day on which they were taken from there',
    'columns.build.sources: a source for each system',
  ]);
});
