import { expect, test } from 'vitest';
import { latestOnly } from '../../../../src/client/shared/latest.ts';

test('of what comes while work is under way only the last is done', async () => {
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

test('work that fails does not block what comes after it', async () => {
  const done: number[] = [];
  const run = latestOnly(async (input: number) => {
    if (input === 1) throw new Error('broken');
    done.push(input);
  });
  await expect(run(1)).rejects.toThrow('broken');
  await run(2);
  expect(done).toEqual([2]);
});
