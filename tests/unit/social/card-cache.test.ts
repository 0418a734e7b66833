import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CardCache, MIN_UNUSED_CARDS } from '../../../src/social/card-cache.ts';
import { CardRenderer } from '../../../src/social/card-renderer.ts';
import type { CardText } from '../../../src/social/card-text.ts';
import { folderWith } from '../../support/folder.ts';
import { linkProject } from '../../support/link-project.ts';
import { root } from '../../support/root.ts';

const card = (title: string): CardText => ({
  lang: 'en',
  site: 'Known Faults',
  id: 'KF-0001',
  project: 'Cython',
  symptom: 'Crash',
  title,
  status: { value: 'fixed', name: 'Fixed' },
  fix: { label: 'What to do', text: 'Upgrade Cython to 3.1.0.' },
});
const [crash, hang] = [card('It crashes'), card('It hangs')];
const drawn = await new CardRenderer(root).draw(crash);

/** A project with the sources and packages of this one, but an empty cache. */
let project: string;
let cache: CardCache;

beforeEach(() => {
  project = folderWith();
  linkProject(project);
  cache = new CardCache(project);
});

const folder = () => path.join(project, '.cache/cards');
const cachedFiles = () => readdirSync(folder()).map((name) => path.join(folder(), name));

test('a cached card is not drawn again', async () => {
  await cache.png(crash);
  const [file = ''] = cachedFiles();
  const { ino } = statSync(file);
  expect(Buffer.from(await cache.png(crash)).equals(drawn)).toBe(true);
  // A card that is drawn again replaces the file.
  expect(statSync(file).ino).toBe(ino);
});

test('nothing but finished cards stays in the cache', async () => {
  await Promise.all([cache.png(crash), cache.png(crash), cache.png(hang)]);
  expect(cachedFiles()).toHaveLength(2);
});

describe('a cached card is drawn again, and replaced, if its file', () => {
  test.each<[string, (file: string, other: string) => void]>([
    ['is empty', (file) => truncateSync(file)],
    ['has lost its last byte', (file) => truncateSync(file, statSync(file).size - 1)],
    ['is cut within the checksum', (file) => truncateSync(file, 20)],
    ['has an added byte', (file) => writeFileSync(file, '\0', { flag: 'a' })],
    [
      'has zeros in the place of its end',
      (file) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0, bytes.length - 500));
      },
    ],
    ['is a PNG without checksum', (file) => writeFileSync(file, drawn)],
    ['is something else', (file) => writeFileSync(file, '<script>')],
    ['is another card', (file, other) => writeFileSync(file, readFileSync(other))],
  ])('%s', async (_, damage) => {
    await cache.png(crash);
    const [file = ''] = cachedFiles();
    const intact = readFileSync(file);
    await cache.png(hang);
    damage(file, cachedFiles().find((name) => name !== file) ?? '');
    expect(readFileSync(file).equals(intact)).toBe(false);
    expect(Buffer.from(await cache.png(crash)).equals(drawn)).toBe(true);
    expect(readFileSync(file).equals(intact)).toBe(true);
  });
});

describe('pruning', () => {
  /** Adds cards to the cache, each drawn a second after the one before it. */
  function addCards(count: number): string[] {
    mkdirSync(folder(), { recursive: true });
    return Array.from({ length: count }, (_, index) => {
      const key = `card ${index}`;
      writeFileSync(path.join(folder(), key), '');
      utimesSync(path.join(folder(), key), index, index);
      return key;
    });
  }

  test.each([
    ['a thousand unused cards', 0, MIN_UNUSED_CARDS],
    ['as many unused cards as used ones', MIN_UNUSED_CARDS + 5, MIN_UNUSED_CARDS + 5],
  ])('keeps %s, those drawn last', (_, usedCount, keptCount) => {
    const keys = addCards(usedCount + keptCount + 3);
    const used = keys.slice(0, usedCount);
    const kept = [...used, ...keys.slice(usedCount + 3)];
    cache.prune(new Set(used));
    expect(cache.keys()).toEqual(new Set(kept));
  });

  test('keeps all cards of a small cache', () => {
    const keys = addCards(3);
    cache.prune(new Set());
    expect(cache.keys()).toEqual(new Set(keys));
  });

  test('does nothing without a cache', () => {
    cache.prune(new Set());
    expect(cache.keys()).toEqual(new Set());
  });
});
