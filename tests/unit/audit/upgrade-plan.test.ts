import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditEnvironment } from '../../../src/audit/audit-environment.ts';
import type { AuditFault } from '../../../src/audit/audit-fault.ts';
import { readInventory } from '../../../src/audit/inventory/read-inventory.ts';
import { planUpgrades } from '../../../src/audit/upgrade-plan.ts';
import { compareVersions } from '../../../src/domain/versions/versions.ts';
import { auditFault } from '../../support/make-audit-fault.ts';

const environment = (text: string) => ({ ...readInventory([{ text }]), python: '3.12.4' });

const range = (name: string, introduced?: string, fixed?: string) => ({
  ecosystem: 'PyPI' as const,
  package: name,
  ...(introduced !== undefined && { introduced }),
  ...(fixed !== undefined && { fixed }),
});

const plan = (text: string, faults: readonly AuditFault[]) => {
  const { upgrades, remaining } = planUpgrades(environment(text), faults);
  return {
    upgrades: upgrades.map(
      ({ name, installed, to, clears }) => `${name} ${installed} -> ${to}: ${clears.join(' ')}`,
    ),
    remaining,
  };
};

describe('the plan', () => {
  test('raises a package to the first version without any of its faults', () => {
    const faults = [
      auditFault('KF-0001', { affected: [range('weaver', undefined, '1.5')] }),
      auditFault('KF-0002', { affected: [range('weaver', '1.0', '2.0')] }),
    ];
    expect(plan('weaver==1.2\nloom==1', faults)).toEqual({
      upgrades: ['weaver 1.2 -> 2.0: KF-0001 KF-0002'],
      remaining: [],
    });
  });

  test('goes on if the upgrade brings another fault', () => {
    const faults = [
      auditFault('KF-0001', { affected: [range('weaver', undefined, '1.5')] }),
      auditFault('KF-0002', { affected: [range('weaver', '1.5', '1.6')] }),
    ];
    expect(plan('weaver==1.2', faults).upgrades).toEqual(['weaver 1.2 -> 1.6: KF-0001']);
  });

  test('raises what does not work with an upgraded package', () => {
    const faults = [
      auditFault('KF-0001', { affected: [range('loom', undefined, '3.0')] }),
      auditFault('KF-0002', {
        cause: 'incompatibility',
        affected: [
          { ...range('weaver', undefined, '2.0'), with: [{ package: 'loom', versions: '>=3' }] },
        ],
      }),
    ];
    expect(plan('weaver==1.2\nloom==2.9', faults)).toEqual({
      upgrades: ['loom 2.9 -> 3.0: KF-0001', 'weaver 1.2 -> 2.0: '],
      remaining: [],
    });
  });

  test('names what no upgrade clears', () => {
    const faults = [
      auditFault('KF-0001', { affected: [range('weaver', '1.0')] }),
      auditFault('KF-0002', { affected: [range('loom', undefined, '2.0')] }),
    ];
    expect(plan('weaver==1.2\nloom==1', faults)).toEqual({
      upgrades: ['loom 1 -> 2.0: KF-0002'],
      remaining: ['KF-0001'],
    });
  });

  test('is empty without findings', () => {
    expect(plan('weaver==3', [auditFault('KF-0001')])).toEqual({ upgrades: [], remaining: [] });
  });
});

test('never lowers a version, and leaves only the faults that it lists', () => {
  const names = ['weaver', 'loom'];
  const version = fc.constantFrom('1.0', '1.5', '2.0', '2.5', '3.0');
  const anyRange = fc
    .tuple(
      fc.constantFrom(...names),
      fc.option(version, { nil: undefined }),
      fc.option(version, { nil: undefined }),
    )
    .map(([name, introduced, fixed]) => range(name, introduced, fixed));
  const faults = fc
    .array(fc.array(anyRange, { minLength: 1, maxLength: 2 }), { maxLength: 5 })
    .map((all) => all.map((affected, index) => auditFault(`KF-000${index}`, { affected })));
  fc.assert(
    fc.property(version, version, faults, (weaver, loom, known) => {
      const own = environment(`weaver==${weaver}\nloom==${loom}`);
      const { upgrades, remaining } = planUpgrades(own, known);
      for (const { installed, to } of upgrades) {
        expect(compareVersions('PyPI', to, installed)).toBeGreaterThan(0);
      }
      const after = own.packages.map((one) => {
        const upgrade = upgrades.find(({ name }) => name === one.name);
        return upgrade ? { ...one, version: upgrade.to } : one;
      });
      const left = auditEnvironment({ ...own, packages: after }, known).findings;
      expect(left.map(({ fault }) => fault.id).sort()).toEqual(remaining);
    }),
    { numRuns: 300 },
  );
});
