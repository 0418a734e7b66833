import { describe, expect, test } from 'vitest';
import type { FaultCard } from '../../../../src/api/published-knowledge.ts';
import type { PasteDiagnosis } from '../../../../src/cli/diagnose/diagnose-paste.ts';
import { row } from '../../../support/make-table.ts';
import { diagnosisText } from '../../../../src/cli/diagnose/diagnosis-text.ts';
import type { Finding } from '../../../../src/diagnosis/diagnose.ts';
import type { Environment } from '../../../../src/domain/environment/environment.ts';

const fault = (facts: Partial<FaultCard> = {}): FaultCard => ({
  title: 'Weaver needs an older Loom: ImportError: cannot import name "warp" from "loom"',
  summary: 'Weaver 1 uses a function that Loom 3 removed.',
  fix: {
    text: 'Upgrade Weaver to 2.0 or later, the first release that accepts Loom 3, in the environment that prints the error.',
    command: 'pip install --upgrade "weaver>=2.0"',
  },
  cause: 'incompatibility',
  affected: [
    {
      ecosystem: 'PyPI',
      package: 'weaver',
      fixed: '2.0',
      with: [{ package: 'loom', versions: '>=3' }],
    },
  ],
  python: '>=3.8',
  platforms: ['linux', 'macos', 'windows'],
  builds: ['gil', 'free-threaded'],
  ...facts,
});

const finding = (id: string, parts: Partial<Finding> = {}): Finding => ({
  id,
  slug: id.toLowerCase(),
  confidence: 'high',
  line: { number: 6, text: `ImportError: cannot import name "warp" from "loom" ${'x'.repeat(90)}` },
  signature: 'ImportError: cannot import name "warp" from "loom"',
  share: 1,
  isShared: false,
  ...parts,
});

/** Formats findings without styles. */
function textOf(
  findings: Finding[],
  { packages = {}, ...machine }: Partial<Environment> = {},
  language: 'en' | 'zh' = 'en',
): string {
  const cards = { 'KF-0001': fault(), 'KF-0002': fault({ title: 'Another error' }) };
  const knowledge = { cards, site: 'https://faults.example/', language };
  const text = diagnosisText(
    { findings, environment: { packages, ...machine }, unknownNames: [], truncated: false },
    knowledge,
  );
  // Styles are marked with a random id until they are written.
  return text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\[\d{1,2}m/g, '');
}

test('begins with the fix and its command, then the line and the address', () => {
  expect(textOf([finding('KF-0001')])).toBe(`\
This is it: Weaver needs an older Loom: ImportError: cannot import name "warp"
from "loom" (KF-0001)
  Upgrade Weaver to 2.0 or later, the first release that accepts Loom 3, in the
  environment that prints the error.
    pip install --upgrade "weaver>=2.0"
  Line 6: ImportError: cannot import name "warp" from "loom" ${'x'.repeat(16)}...
  https://faults.example/KF-0001/`);
});

describe('the versions in the paste', () => {
  test('that have the fault are named', () => {
    const text = textOf([finding('KF-0001')], { packages: { weaver: '1.4', loom: '3.0.1' } });
    expect(text).toContain('  Affected. You have weaver 1.4 and loom 3.0.1.\n');
  });

  test('that have the fix are named', () => {
    const text = textOf([finding('KF-0001')], { packages: { weaver: '2.0' } });
    expect(text).toContain('  Fixed in your version. weaver 2.0 has the fix.');
  });

  test('that decide nothing are left out', () => {
    const undecided = textOf([finding('KF-0001')], { packages: { weaver: '1.4' } });
    expect(undecided).toBe(textOf([finding('KF-0001')]));
    expect(textOf([finding('KF-0001')], { python: '3.12' }, 'zh')).toBe(
      textOf([finding('KF-0001')], {}, 'zh'),
    );
  });
});

test('shows each further finding with its fix, and three on one screen', () => {
  const text = textOf([
    finding('KF-0001', { isShared: true }),
    finding('KF-0002', { isShared: true }),
    finding('KF-0002'),
  ]);
  expect(text).toContain('One of these: Weaver needs');
  expect(text).toContain('One of these: Another error (KF-0002)');
  expect(text).toContain('Similar error: Another error (KF-0002)');
  expect(text.match(/pip install --upgrade "weaver>=2\.0"/g)).toHaveLength(3);
  expect(text.split('\n').length).toBeLessThanOrEqual(24);
});

test('an unknown error is said to be unknown, with what was read', () => {
  expect(textOf([], { python: '3.12', packages: { shop: '1.2.0' } })).toBe(
    'Not a known error\n  Detected: Python 3.12, shop 1.2.0',
  );
});

describe('a name', () => {
  const missing = fault({
    title: 'fatal error: <header>: No such file',
    fix: { text: 'Find the package that has the header with `apt-file search`.' },
    lookup: { table: 'looms', key: 'header', install: 'build', answers: ['Install {name}.'] },
  });
  const loom = row('loom', {
    packages: {
      build: {
        debian: { names: 'libloom-dev', isVerified: true },
        alpine: { names: 'loom-dev', isVerified: false },
      },
    },
  });
  const textFor = (diagnosis: Partial<PasteDiagnosis>) =>
    diagnosisText(
      {
        findings: [],
        environment: { packages: {} },
        unknownNames: [],
        truncated: false,
        ...diagnosis,
      },
      { cards: { 'KF-0001': missing }, site: 'https://faults.example/', language: 'en' },
    ).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\[\d{1,2}m/g, '');

  test('that a table has is answered for each system, and for the one of the log first', () => {
    const named = { key: 'header', name: 'loom.h', row: loom, mentioned: [] };
    const found = finding('KF-0001', { named, line: { number: 1, text: 'fatal error: loom.h' } });
    expect(textFor({ findings: [found] })).toBe(`\
This is it: fatal error: loom.h: No such file (KF-0001)
  Install loom.
  Debian, Ubuntu  apt install libloom-dev
  Alpine          apk add loom-dev  (not verified)
  Line 1: fatal error: loom.h
  https://faults.example/KF-0001/`);
    expect(
      textFor({ findings: [found], environment: { system: 'alpine', packages: {} } }),
    ).toContain(
      '  Install loom.\n    apk add loom-dev\n  Debian, Ubuntu  apt install libloom-dev\n',
    );
  });

  test('that no table has is said to be unknown, with the way to find out', () => {
    const unknown = {
      id: 'KF-0001',
      slug: 'x',
      table: 'looms',
      key: 'header',
      name: 'zzq.h',
      line: 3,
    };
    const text = textFor({
      unknownNames: [unknown],
      lastError: { kind: 'compiler', line: 'fatal error: zzq.h', isNative: true },
    });
    expect(text).toBe(`\
Not a known error
  Last error: fatal error: zzq.h

  \`zzq.h\` is not in our table.
  Find the package that has the header with \`apt-file search\`.
  https://faults.example/KF-0001/`);
  });
});
