import path from 'node:path';
import { expect, test } from 'vitest';
import { wheelsTable } from '../../../../src/cli/update-tables/wheels.ts';
import { folderWith } from '../../../support/folder.ts';

const page = (...names: string[]) =>
  JSON.stringify({ files: names.map((filename) => ({ filename, 'requires-python': '>=3.9' })) });

test('makes a row with the releases that have a wheel, by Python and platform', async () => {
  const folder = folderWith({
    'simple/fast-demo.json': page(
      'fast_demo-1.0.tar.gz',
      'fast_demo-1.0-cp39-cp39-manylinux2014_x86_64.whl',
      'fast_demo-1.0-cp39-cp39-win32.whl',
      'fast_demo-1.1-cp39-cp39-manylinux2014_x86_64.whl',
      'fast_demo-1.1-cp39-cp39-win_amd64.whl',
      'fast_demo-1.2-cp39-cp39-macosx_11_0_arm64.whl',
      'fast_demo-1.2-cp313-cp313t-manylinux_2_28_x86_64.whl',
      'fast_demo-1.2-cp313-cp313t-macosx_11_0_arm64.whl',
      'fast_demo-1.2-cp313-cp313t-win_amd64.whl',
      'fast_demo-1.3rc1-cp314-cp314-win_amd64.whl',
    ),
    'simple/source-only.json': page('source_only-1.0.tar.gz'),
  });
  const { table } = await wheelsTable(folder, '2026-03-01');
  expect(table.rows).toEqual([
    {
      id: 'fast-demo',
      name: 'fast-demo',
      package: ['fast-demo', 'fast_demo'],
      newest: '1.2',
      releases: '3.15 —, 3.14 —, 3.13 —, 3.12 —, 3.11 —, 3.10 —',
      py39: '1.0–1.1; macOS ≥ 1.2; Windows 1.1',
      py313t: '≥ 1.2',
      platforms:
        'Linux aarch64 —; musl x86_64 —; musl aarch64 —; macOS x86_64 —; Windows ARM64 —; Windows 32-bit 1.0',
      glibc: '2.17: 1.1; 2.28: 1.2',
    },
  ]);
  expect(Object.keys(table.columns)).toEqual(
    expect.arrayContaining(Object.keys(table.rows[0] ?? {}).slice(2)),
  );
  expect(table.columns.package).toEqual({
    kind: 'key',
    title: { en: 'Package', zh: '包' },
    source: 'https://pypi.org/simple/',
    checked: '2026-03-01',
  });
});

test('names the packages without a page', async () => {
  const { advice } = await wheelsTable(
    folderWith({ 'simple/numpy.json': page('numpy-1.0.tar.gz') }),
    '2026-03-01',
  );
  expect(advice).toHaveLength(1);
  expect(advice[0]).toMatch(/^wheels: no page of aiohttp, .*\bscipy\b/);
  expect(advice[0]).not.toContain('numpy,');
});

test('refuses a file that is not a page of the index', async () => {
  const folder = folderWith({ 'simple/demo.json': '<html>' });
  await expect(wheelsTable(folder, '2026-03-01')).rejects.toThrow(
    `${path.join(folder, 'simple', 'demo.json')}: not a page of the Simple API in its JSON form (PEP 691)`,
  );
});
