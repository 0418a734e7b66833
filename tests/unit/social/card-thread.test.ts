import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { CardRenderer } from '../../../src/social/card-renderer.ts';
import { CardThread } from '../../../src/social/card-thread.ts';
import type { Card } from '../../../src/social/library-cards.ts';
import { folderWith } from '../../support/folder.ts';
import { linkProject } from '../../support/link-project.ts';
import { root } from '../../support/root.ts';

/** A thread starts and draws, which takes seconds on a busy machine. */
const SLOW = 60_000;

const card = (path: string, title: string, lang = 'en'): Card => ({
  path,
  slug: 'it-crashes',
  text: {
    lang,
    site: 'Known Faults',
    id: 'KF-0001',
    project: 'Cython',
    symptom: 'Crash',
    title,
    status: { value: 'fixed', name: 'Fixed' },
    fix: { label: 'What to do', text: 'Upgrade Cython to 3.1.0.' },
  },
});
const cards = [
  ...['It crashes', 'It hangs', 'It leaks'].map((title, index) =>
    card(`/cards/KF-000${index + 1}.png`, title),
  ),
  card('/zh/cards/KF-0001.png', '它会崩溃', 'zh-Hans'),
];

let project: string;
let dist: string;

beforeEach(() => {
  project = folderWith();
  linkProject(project);
  dist = path.join(project, 'dist');
});

/** Writes cards as a build does and returns how many. */
function written(cards: readonly Card[]) {
  const thread = new CardThread(project, cards);
  thread.write(dist);
  return thread.finish();
}

const cacheFolder = () => path.join(project, '.cache/cards');

test('writes each card as a renderer draws it', { timeout: SLOW }, async () => {
  const counts = await written(cards);
  expect(counts).toEqual({ written: 4, drawn: 4 });
  const renderer = new CardRenderer(root);
  for (const { path: file, text } of cards) {
    const written = readFileSync(path.join(dist, file));
    expect(written.equals(Buffer.from(await renderer.draw(text)))).toBe(true);
  }
});

test('draws the cards before they are to be written', { timeout: SLOW }, async () => {
  const thread = new CardThread(project, cards);
  await expect.poll(() => readdirSync(cacheFolder()).length, { timeout: SLOW }).toBe(4);
  thread.write(dist);
  expect(await thread.finish()).toEqual({ written: 4, drawn: 4 });
});

test('writes the cards before the build waits for them', { timeout: SLOW }, async () => {
  const thread = new CardThread(project, cards);
  thread.write(dist);
  const last = path.join(dist, 'zh/cards/KF-0001.png');
  await expect.poll(() => existsSync(last), { timeout: SLOW }).toBe(true);
  await thread.finish();
});

test('draws only cards that changed, and damaged ones again', { timeout: SLOW }, async () => {
  const [first, ...others] = cards as [Card, ...Card[]];
  await written([first]);
  const [intact = ''] = readdirSync(cacheFolder());
  expect(await written(cards)).toEqual({ written: 4, drawn: 3 });

  const drawn = readFileSync(path.join(dist, first.path));
  truncateSync(path.join(cacheFolder(), intact), 1000);
  const changed = [first, card('/cards/KF-0002.png', 'It hangs for ever'), ...others.slice(1)];
  expect(await written(changed)).toEqual({ written: 4, drawn: 2 });
  expect(readFileSync(path.join(dist, first.path)).equals(drawn)).toBe(true);
});

test('names the article whose card cannot be drawn', { timeout: SLOW }, async () => {
  mkdirSync(path.join(project, '.cache'));
  writeFileSync(cacheFolder(), 'a file in the place of the folder');
  await expect(written(cards.slice(0, 1))).rejects.toThrow(
    'content/articles/it-crashes: cannot draw its card /cards/KF-0001.png: EEXIST',
  );
});
