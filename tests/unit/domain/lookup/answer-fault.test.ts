import { describe, expect, test } from 'vitest';
import { answerFault } from '../../../../src/domain/lookup/answer-fault.ts';
import type { Lookup } from '../../../../src/domain/lookup/lookup-schema.ts';
import type { Locale } from '../../../../src/domain/vocabulary.ts';
import { row } from '../../../support/make-table.ts';

const loom = row('loom', {
  name: 'Loom',
  texts: { since: { en: 'the second release', zh: '第二版' } },
  codes: { instead: ['weave()', 'spin()'] },
  packages: {
    build: {
      debian: { names: 'libloom-dev', isVerified: true },
      alpine: { names: 'loom-dev', isVerified: false },
    },
    run: { debian: { names: 'libloom1', isVerified: true } },
  },
  python: [{ name: 'pyloom', wheel: 'pyloom-binary' }, { name: 'loomlib' }],
});

const lookup: Lookup = {
  table: 'looms',
  key: 'header',
  install: 'build',
  answers: ['Since {since}, call {instead} of {name} instead of {key}.', 'Install {name}.'],
};

const fault = {
  title: 'fatal error: <header>: No such file',
  fix: { text: 'Find the package of the header.', command: 'apt-file search loom.h' },
};

const answerWith = (
  {
    mentioned = [],
    ...reader
  }: { locale?: Locale; system?: 'debian' | 'fedora'; mentioned?: string[] },
  changes: Partial<Lookup> = {},
  found = loom,
) =>
  answerFault(
    { ...fault, lookup: { ...lookup, ...changes } },
    { row: found, name: 'loom.h', key: 'header', mentioned },
    { locale: 'en', ...reader },
  );

test('title and fix are about the name', () => {
  const { title, fix } = answerWith({});
  expect(title).toBe('fatal error: loom.h: No such file');
  expect(fix.text).toBe(
    'Since the second release, call `weave()`, `spin()` of Loom instead of `loom.h`.',
  );
  expect(answerWith({ locale: 'zh' }).fix.text).toContain('第二版, call `weave()`、`spin()`');
});

test('the first sentence counts whose columns all have a value', () => {
  expect(answerWith({}, {}, { ...loom, codes: {} }).fix.text).toBe('Install Loom.');
});

describe('the fix has a command if it is clear which', () => {
  test('not for an unknown system: then each is listed', () => {
    const { fix, commands } = answerWith({});
    expect(fix.command).toBeUndefined();
    expect(commands.map(({ command, isVerified }) => [command, isVerified])).toEqual([
      ['apt install libloom-dev', true],
      ['apk add loom-dev', false],
    ]);
  });

  test('the one for the system of the reader', () => {
    const { fix, commands } = answerWith({ system: 'debian' });
    expect([fix.command, ...commands.map(({ command }) => command)]).toEqual([
      'apt install libloom-dev',
      'apk add loom-dev',
    ]);
    expect(answerWith({ system: 'fedora' }).fix.command).toBeUndefined();
  });

  test('the only one', () => {
    expect(answerWith({}, { install: 'run' }).fix.command).toBe('apt install libloom1');
  });

  test('the wheel of a package that the paste names, before what its compiler needs', () => {
    const { fix, commands } = answerWith({ system: 'debian', mentioned: ['pyloom', 'loomlib'] });
    expect(fix.command).toBe('python -m pip install --only-binary pyloom-binary pyloom-binary');
    expect(commands.map(({ system }) => system)).toEqual(['debian', 'alpine']);
  });

  test('at run time, a wheel of another name alone: the package itself is installed', () => {
    const python = [
      { name: 'pyloom', wheel: 'pyloom' },
      { name: 'loomlib', wheel: 'loomlib-binary' },
    ];
    const commandFor = (mentioned: string[], install: string) =>
      answerWith({ mentioned }, { install }, { ...loom, python }).fix.command;
    expect(commandFor(['pyloom'], 'build')).toBe(
      'python -m pip install --only-binary pyloom pyloom',
    );
    expect(commandFor(['pyloom'], 'run')).toBe('apt install libloom1');
    expect(commandFor(['loomlib'], 'run')).toContain('loomlib-binary');
  });
});

test('without a name, or without a table, the fault is answered by itself', () => {
  const reader = { locale: 'en' as const };
  expect(answerFault({ ...fault, lookup }, undefined, reader)).toEqual({ ...fault, commands: [] });
  const found = { row: loom, name: 'loom.h', key: 'header', mentioned: [] };
  expect(answerFault(fault, found, reader)).toEqual({ ...fault, commands: [] });
});
