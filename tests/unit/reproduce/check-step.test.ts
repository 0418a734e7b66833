import { describe, expect, test } from 'vitest';
import type { ExpectedExit } from '../../../src/domain/reproduction/reproduction.ts';
import { checkStep } from '../../../src/reproduce/check-step.ts';
import type { ProcessResult } from '../../../src/reproduce/run-process.ts';

const ended = (fields: Partial<ProcessResult>): ProcessResult => ({
  code: undefined,
  signal: undefined,
  exceeded: undefined,
  output: '',
  seconds: 2,
  ...fields,
});
const article = {
  outputs: [{ text: 'Traceback\nRuntimeError: Already borrowed', line: 5 }],
  varies: [],
};

describe('how a step ends', () => {
  test.each<[ExpectedExit, Partial<ProcessResult>, string | undefined]>([
    [0, { code: 0 }, undefined],
    [0, { code: 1 }, 'exit code 1'],
    [3, { code: 3 }, undefined],
    ['error', { code: 1 }, undefined],
    ['error', { code: 0 }, 'exit code 0'],
    ['error', { signal: 'SIGSEGV' }, 'SIGSEGV'],
    ['crash', { signal: 'SIGABRT' }, undefined],
    ['crash', { code: 139 }, undefined],
    ['crash', { code: 1 }, 'exit code 1'],
    ['crash', { signal: 'SIGKILL' }, 'SIGKILL'],
    ['SIGSEGV', { code: 139 }, undefined],
    ['SIGSEGV', { signal: 'SIGABRT' }, 'SIGABRT'],
    ['SIGINT', { code: 130 }, undefined],
    ['SIGKILL', { signal: 'SIGKILL' }, undefined],
    ['timeout', { signal: 'SIGKILL', exceeded: 'time' }, undefined],
    ['error', { signal: 'SIGKILL', exceeded: 'output' }, 'more than 64 MiB of output'],
    ['timeout', { signal: 'SIGKILL', exceeded: 'disk' }, 'less than 1 GiB left on the disk'],
    ['timeout', { code: 0 }, 'exit code 0'],
    [0, { signal: 'SIGKILL', exceeded: 'time' }, 'no end within 2 s'],
  ])('expected %s, ended with %j', (exit, fields, found) => {
    const mismatch = checkStep({ exit, prints: [], omits: [] }, ended(fields), article);
    expect(mismatch?.found).toBe(found);
  });

  test('with 0 unless something else is expected', () => {
    expect(checkStep(undefined, ended({ code: 0 }), article)).toBeUndefined();
    expect(checkStep(undefined, ended({ code: 1 }), article)).toEqual({
      expected: 'exit code 0',
      found: 'exit code 1',
    });
  });
});

describe('what a step prints', () => {
  const expectation = { exit: 0, prints: [{ article: 'Already' }], omits: ['warning'] };

  test('the whole output of the article', () => {
    const output = 'a\nTraceback\nRuntimeError: Already borrowed\n';
    expect(checkStep(expectation, ended({ code: 0, output }), article)).toBeUndefined();
  });

  test('only a part of the output of the article', () => {
    const output = 'Traceback\nKeyError\n';
    expect(checkStep(expectation, ended({ code: 0, output }), article)).toEqual({
      expected: 'the line RuntimeError: Already borrowed',
      found: 'KeyError',
    });
  });

  test('something that it must not print', () => {
    const output = 'Traceback\nRuntimeError: Already borrowed\nwarning: a\n';
    expect(checkStep(expectation, ended({ code: 0, output }), article)).toEqual({
      expected: 'no line with warning',
      found: 'warning',
    });
  });
});
