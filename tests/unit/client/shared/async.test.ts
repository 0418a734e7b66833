import { expect, test } from 'vitest';
import { cacheUntilFailure, latestOnly } from '../../../../src/client/shared/async.ts';

test('keeps only the latest input that arrives while work is running', async () => {
  const done: string[] = [];
  let release: (() => void) | undefined;
  const run = latestOnly(async (input: string) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    done.push(input);
  });

  const all = run('a');
  void run('b');
  void run('c');
  release?.();
  await Promise.resolve();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  release?.();
  await all;
  expect(done).toEqual(['a', 'c']);
});

test('runs later inputs after a failure', async () => {
  const done: number[] = [];
  const run = latestOnly(async (input: number) => {
    if (input === 1) throw new Error('broken');
    done.push(input);
  });
  await expect(run(1)).rejects.toThrow('broken');
  await run(2);
  expect(done).toEqual([2]);
});

test('loads once, and again after a failure', async () => {
  let calls = 0;
  const load = cacheUntilFailure(async () => {
    calls += 1;
    if (calls === 1) throw new Error('offline');
    return calls;
  });
  await expect(load()).rejects.toThrow('offline');
  expect(await Promise.all([load(), load()])).toEqual([2, 2]);
});
