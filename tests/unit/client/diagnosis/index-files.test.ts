import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';
import type { IndexEntry } from '../../../../src/diagnosis/index/index-entry.ts';
import { serveIndex, type ServedIndex } from '../../../../src/api/diagnosis-files.ts';
import { diagnosisPartPath } from '../../../../src/domain/addresses/addresses.ts';
import { IndexFiles } from '../../../../src/client/diagnosis/index-files.ts';
import { entry } from '../../../support/make-index-entry.ts';

const syllables = ['ka', 'tor', 'mi', 'ven', 'su', 'lop', 'dar', 'qui', 'zel', 'bra'];

/** A word of its own for every number. */
const word = (number: number) =>
  [...String(number).padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');

const library = (size: number) =>
  Array.from({ length: size }, (_, at) =>
    entry(`fault-${at}`, {
      title: `The ${word(at)} breaks`,
      signatures: [`QuillError: ${word(at)} of ${word(at + 1)} cannot be bound`],
    }),
  );

const serve = (entries: readonly IndexEntry[]) =>
  serveIndex(
    'en',
    buildIndex(entries),
    Object.fromEntries(entries.map(({ id, title }) => [id, title])),
  );

const small = serve(library(40));
const large = serve(library(600));

/** A host that serves the parts of an index and remembers what was asked of it. */
function host({ path, parts }: ServedIndex) {
  const files = new Map<string, string>();
  parts.forEach((part, number) => files.set(diagnosisPartPath(path, number), part));
  const asked: string[] = [];
  const serve = async (address: string): Promise<unknown> => {
    asked.push(address);
    const file = files.get(address);
    if (file === undefined) throw new Error(`404 for ${address}`);
    return JSON.parse(file);
  };
  return { files, asked, serve };
}

const filesOf = ({ path, json }: ServedIndex, serve: (address: string) => Promise<unknown>) =>
  new IndexFiles(path, JSON.parse(json), serve);

const pasteOf = (at: number) => `QuillError: ${word(at)} of ${word(at + 1)} cannot be bound`;

describe('the files of an index', () => {
  test('a small library is one file with everything in it', async () => {
    const { asked, serve } = host(small);
    const { index, titles } = await filesOf(small, serve).load(pasteOf(7));
    expect(diagnose(index, pasteOf(7)).findings[0]?.slug).toBe('fault-7');
    expect(titles['KF-fault-7']).toBe(`The ${word(7)} breaks`);
    expect(asked).toEqual([]);
  });

  test('of a large library the core and the parts that the paste may speak of are fetched', async () => {
    const { files, asked, serve } = host(large);
    const { index, titles } = await filesOf(large, serve).load(pasteOf(500));
    expect(diagnose(index, pasteOf(500)).findings[0]?.slug).toBe('fault-500');
    expect(titles['KF-fault-500']).toBe(`The ${word(500)} breaks`);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(files.size / 2);
  });

  test('a file is fetched once, and the same paste gets the same answer whatever came before', async () => {
    const first = await filesOf(large, host(large).serve).load(pasteOf(500));
    const { asked, serve } = host(large);
    const files = filesOf(large, serve);
    for (const at of [3, 500, 250, 500]) await files.load(pasteOf(at));
    const again = await files.load(pasteOf(500));
    expect(new Set(asked).size).toBe(asked.length);
    expect(diagnose(again.index, pasteOf(500))).toEqual(diagnose(first.index, pasteOf(500)));
  });

  test('a part that did not arrive is an error, and is fetched again at the next paste', async () => {
    const { files, serve } = host(large);
    let down = true;
    const reader = filesOf(large, async (address) => {
      if (down) throw new Error('offline');
      return serve(address);
    });
    await expect(reader.load(pasteOf(9))).rejects.toThrow('offline');
    down = false;
    const { index } = await reader.load(pasteOf(9));
    expect(diagnose(index, pasteOf(9)).findings[0]?.slug).toBe('fault-9');
    expect(files.size).toBeGreaterThan(10);
  });

  test('a text that speaks of nothing known needs no part', async () => {
    const { asked, serve } = host(large);
    const { index } = await filesOf(large, serve).load('qwrtp xyzzy');
    expect(diagnose(index, 'qwrtp xyzzy').findings).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('another title, another address, although the engine knows the same', () => {
    const entries = library(600);
    const retitled = serve([
      entry('fault-0', { title: 'The core is something else' }),
      ...entries.slice(1),
    ]);
    expect(retitled.path).not.toBe(large.path);
    expect(serve(entries).path).toBe(large.path);
    expect(gzipSync(large.json).length).toBeLessThan(gzipSync(JSON.stringify(large)).length / 2);
  });
});
