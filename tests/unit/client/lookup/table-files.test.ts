import { expect, test } from 'vitest';
import { serveTables } from '../../../../src/api/table-files.ts';
import { JsonFiles } from '../../../../src/client/shared/json-files.ts';
import { TableFiles } from '../../../../src/client/lookup/table-files.ts';
import { row, tableOf } from '../../../support/make-table.ts';

const rows = Array.from({ length: 400 }, (_, number) =>
  row(`loom-${number}`, { keys: { header: [`loom${number}.h`] } }),
);
const { served, parts } = serveTables(new Map([['looms', tableOf(rows)]]));

/** Serves the parts below a base path, and records the requested addresses. */
function host() {
  const requested: string[] = [];
  const files = new JsonFiles(async (address) => {
    requested.push(address);
    const json = parts.get(address.replace('https://faults.example/base', ''));
    if (json === undefined) throw new Error(`404 for ${address}`);
    return JSON.parse(json);
  });
  return { requested, tables: new TableFiles('https://faults.example/base', served, files) };
}

const wanted = (name: string, table = 'looms') => ({ table, key: 'header', name });

test('only the parts of the names are fetched, each once, and no address contains a name', async () => {
  const { requested, tables } = host();
  const findRow = await tables.load([wanted('loom7.h'), wanted('zzq/loom8.h')]);
  expect(findRow(wanted('loom7.h'))?.row.id).toBe('loom-7');
  expect(findRow(wanted('zzq/loom8.h'))).toBeUndefined();
  const first = requested.length;
  expect(first).toBeLessThanOrEqual(3);
  expect(served.counts['looms']).toBeGreaterThan(3);
  await tables.load([wanted('loom7.h')]);
  expect(requested).toHaveLength(first);
  expect(requested.filter((address) => /loom\d|zzq/.test(address))).toEqual([]);
});

test('without names, and for a table that is not served, nothing is fetched', async () => {
  const { requested, tables } = host();
  const findRow = await tables.load([
    wanted('loom7.h', 'spindles'),
    wanted('loom7.h', 'constructor'),
  ]);
  expect(findRow(wanted('loom7.h', 'spindles'))).toBeUndefined();
  await tables.load([]);
  expect(requested).toEqual([]);
});

test('the same tables have the same addresses, others have others', () => {
  const digestOf = (count: number) =>
    serveTables(new Map([['looms', tableOf(rows.slice(0, count))]])).served.digest;
  expect(digestOf(400)).toBe(served.digest);
  expect(digestOf(399)).not.toBe(served.digest);
});
