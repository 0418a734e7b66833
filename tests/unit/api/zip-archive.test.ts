import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import { zipArchive } from '../../../src/api/zip-archive.ts';

const files = [
  { name: 'KF-0001.json', text: '{ "id": "x_KF-0001" }\n', day: '2026-11-21' },
  {
    name: 'KF-0002.json',
    text: '{ "id": "x_KF-0002", "summary": "编译失败" }\n',
    day: '1985-04-06',
  },
];

test('what is packed comes out again', () => {
  const unpacked = unzipSync(zipArchive(files));
  expect(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
    files.map(({ name, text }) => [name, text]),
  );
});

test('the bytes depend neither on the clock nor on the time zone', () => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });
  vi.useFakeTimers();
  const packed = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Asia/Beirut'].map(
    (zone, year) => {
      vi.stubEnv('TZ', zone);
      vi.setSystemTime(new Date(Date.UTC(2026 + year, 0, 1)));
      return Buffer.from(zipArchive(files)).toString('hex');
    },
  );
  expect(new Set(packed).size).toBe(1);
});

test('each file has the day it was given, as MS-DOS writes days', () => {
  // A local header: its signature, then at offset 10 the time, at 12 the date (year since 1980, month, day).
  const packed = zipArchive([{ name: 'a', text: 'a', day: '2001-02-03' }]);
  const header = new DataView(packed.buffer);
  expect(header.getUint32(0, true)).toBe(0x04034b50);
  expect(header.getUint16(12, true)).toBe(((2001 - 1980) << 9) | (2 << 5) | 3);
});

test.each([
  ['0000-01-01', 1980, 1, 1],
  ['1979-12-31', 1980, 1, 1],
  ['2206-01-01', 2099, 12, 31],
  ['9999-12-31', 2099, 12, 31],
])('a file of %s, a day that zip archives cannot store, has the nearest one', (...row) => {
  const [day, year, month, date] = row;
  const header = new DataView(zipArchive([{ name: 'a', text: 'a', day }]).buffer);
  expect(header.getUint16(12, true)).toBe(((year - 1980) << 9) | (month << 5) | date);
});
