import { z } from 'zod';
import { packageNameSchema } from '../facts/affected-schema.ts';
import { citedAddress } from '../facts/cited-address.ts';
import {
  boundedList,
  isoDate,
  nonEmptyList,
  singleLine,
  strictMapping,
  uniqueList,
} from '../facts/field-schemas.ts';

/** Maximum lengths of lists (chosen). */
const MAX_FAULTS = 500;
const MAX_PACKAGES = 12;
const MAX_EVIDENCE = 30;

const wantedFaultSchema = strictMapping({
  fault: singleLine(160).describe('The message, or what happens, as a reader sees it.'),
  packages: uniqueList(
    nonEmptyList(packageNameSchema).max(MAX_PACKAGES),
    'each name once',
  ).describe('Packages whose users run into the fault.'),
  weight: z
    .int()
    .min(1)
    .max(100_000)
    .describe('Number of people who reported it: threads, duplicates and reactions.'),
  evidence: uniqueList(nonEmptyList(citedAddress).max(MAX_EVIDENCE), 'each address once').describe(
    'Threads about the fault.',
  ),
});

/** Schema of `content/wanted.yaml`: faults that no article covers yet. */
export const wantedSchema = strictMapping({
  counted: isoDate.describe('Day on which the threads were counted.'),
  faults: boundedList(wantedFaultSchema, MAX_FAULTS).describe(
    'The faults, those that most people reported first.',
  ),
});

export type WantedFaults = z.infer<typeof wantedSchema>;
export type WantedFault = WantedFaults['faults'][number];

interface WantedProblem {
  path: PropertyKey[];
  found: string;
  expected: string;
}

/**
 * Reports faults that are out of order, and the first thread of each fault that an article cites already.
 *
 * @param citedBy returns the id of an article that cites an address, if any
 */
export function wantedProblems(
  { faults }: WantedFaults,
  citedBy: (address: string) => string | undefined,
): WantedProblem[] {
  return faults.flatMap(({ weight, evidence }, index) => {
    const problems: WantedProblem[] = [];
    const above = faults[index - 1]?.weight ?? Infinity;
    if (weight > above) {
      problems.push({
        path: ['faults', index, 'weight'],
        found: String(weight),
        expected: `at most ${above}, as in the entry above`,
      });
    }
    const place = evidence.findIndex((address) => citedBy(address) !== undefined);
    const address = evidence[place];
    if (address !== undefined) {
      problems.push({
        path: ['faults', index, 'evidence', place],
        found: address,
        expected: `no address that ${citedBy(address)} cites; delete the fault if that article covers it`,
      });
    }
    return problems;
  });
}
