import { expect, test } from 'vitest';
import { fixedVersion } from '../../../../src/domain/affected/fixed-version.ts';
import type { AffectedRange } from '../../../../src/domain/facts/affected-schema.ts';
import type { Status } from '../../../../src/domain/vocabulary.ts';

const range = (name: string, fixed?: string): AffectedRange => ({
  ecosystem: 'PyPI',
  package: name,
  ...(fixed !== undefined && { fixed }),
});

test.each<[string, Status, AffectedRange[], string | undefined]>([
  ['one package', 'fixed', [range('numpy', '2.0')], '2.0'],
  ['two ranges of a package', 'fixed', [range('numpy', '1.26.4'), range('numpy', '2.1')], '1.26.4'],
  ['several packages', 'fixed', [range('numpy', '2.0'), range('scipy', '1.1')], undefined],
  ['no fixed release', 'workaround', [range('numpy')], undefined],
  ['Python itself', 'fixed', [], undefined],
])('the fixed version of a fault of %s', (_, status, affected, version) => {
  expect(fixedVersion({ status, affected })).toBe(version);
});
