import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../../src/diagnosis/index/build-index.ts';
import { diagnose } from '../../../../src/diagnosis/diagnose.ts';
import type { IndexEntry } from '../../../../src/diagnosis/index/index-entry.ts';
import { serveIndex, type ServedIndex } from '../../../../src/api/diagnosis-files.ts';
import { diagnosisPartPath } from '../../../../src/domain/addresses/addresses.ts';
import { IndexFiles } from '../../../../src/client/diagnosis/index-files.ts';
import { JsonFiles } from '../../../../src/client/shared/json-files.ts';
import { answersTo, entry } from '../../../support/make-index-entry.ts';

const syllables = ['ka', 'tor', 'mi', 'ven', 'su', 'lop', 'dar', 'qui', 'zel', 'bra'];

/** Returns a different word for every number. */
const word = (number: number) =>
  [...String(number).padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');

const library = (size: number) =>
  Array.from({ length: size }, (_, index) =>
    entry(`fault-${index}`, {
      title: `Undefined symbol ${word(index)}`,
      signatures: [`LinkError: symbol ${word(index)} of ${word(index + 1)} is undefined`],
    }),
  );

const serve = (entries: readonly IndexEntry[]) =>
  serveIndex('en', buildIndex(entries), answersTo(entries), { digest: '', counts: {} });

const small = serve(library(40));
const large = serve(library(600));

/** Serves the parts of an index and records the requested addresses. */
function host({ path, parts }: ServedIndex) {
  const files = new Map<string, string>();
  parts.forEach((part, number) => files.set(diagnosisPartPath(path, number), part));
  const requested: string[] = [];
  const serve = async (address: string): Promise<unknown> => {
    requested.push(address);
    const file = files.get(address);
    if (file === undefined) throw new Error(`404 for ${address}`);
    return JSON.parse(file);
  };
  return { files, requested, serve };
}

const filesOf = ({ path, json }: ServedIndex, serve: (address: string) => Promise<unknown>) =>
  new IndexFiles(path, JSON.parse(json), new JsonFiles(serve));

const pasteOf = (index: number) =>
  `LinkError: symbol ${word(index)} of ${word(index + 1)} is undefined`;

describe('the files of an index', () => {
  test('has everything of a small library in one file', async () => {
    const { requested, serve } = host(small);
    const { index, answers } = await filesOf(small, serve).load(pasteOf(7));
    expect(diagnose(index, pasteOf(7)).findings[0]?.slug).toBe('fault-7');
    expect(answers['KF-fault-7']?.title).toBe(`Undefined symbol ${word(7)}`);
    expect(requested).toEqual([]);
  });

  test('fetches the parts of a large library that a paste needs', async () => {
    const { files, requested, serve } = host(large);
    const { index, answers } = await filesOf(large, serve).load(pasteOf(500));
    expect(diagnose(index, pasteOf(500)).findings[0]?.slug).toBe('fault-500');
    expect(answers['KF-fault-500']?.title).toBe(`Undefined symbol ${word(500)}`);
    expect(requested.length).toBeGreaterThan(0);
    expect(requested.length).toBeLessThan(files.size / 2);
  });

  test('fetches a part once, and gives a paste the same answer whatever was asked before', async () => {
    const first = await filesOf(large, host(large).serve).load(pasteOf(500));
    const { requested, serve } = host(large);
    const files = filesOf(large, serve);
    for (const index of [3, 500, 250, 500]) await files.load(pasteOf(index));
    const again = await files.load(pasteOf(500));
    expect(new Set(requested).size).toBe(requested.length);
    expect(diagnose(again.index, pasteOf(500))).toEqual(diagnose(first.index, pasteOf(500)));
  });

  test('rejects when a part cannot be fetched, and fetches it again for the next paste', async () => {
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

  test('fetches no part for a text without known words', async () => {
    const { requested, serve } = host(large);
    const { index } = await filesOf(large, serve).load('qwrtp xyzzy');
    expect(diagnose(index, 'qwrtp xyzzy').findings).toEqual([]);
    expect(requested).toEqual([]);
  });

  test('changes the address of an index when only a title changes', () => {
    const entries = library(600);
    const retitled = serve([entry('fault-0', { title: 'Another title' }), ...entries.slice(1)]);
    expect(retitled.path).not.toBe(large.path);
    expect(serve(entries).path).toBe(large.path);
    expect(gzipSync(large.json).length).toBeLessThan(gzipSync(JSON.stringify(large)).length / 2);
  });
});
