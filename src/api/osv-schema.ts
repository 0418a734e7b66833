import { z } from 'zod';
import { affectedSchema as affectedRangeSchema } from '../domain/facts/affected-schema.ts';
import { factsSchema } from '../domain/facts/facts.ts';
import { slugPattern } from '../domain/facts/slug-pattern.ts';
import { ecosystems } from '../domain/vocabulary.ts';

/** The official JSON Schema of OSV. */
export const publishedOsvSchema =
  'https://raw.githubusercontent.com/ossf/osv-schema/main/validation/schema.json';

/** Those of OSV's reference types that occur here. */
const referenceTypes = ['REPORT', 'FIX', 'ARTICLE', 'WEB'] as const;

export type ReferenceType = (typeof referenceTypes)[number];

const dateTime = z.iso.datetime();
const osvId = z.string().regex(/^x_KF-\d{4,}$/);
const { id, symptom, status, python, platforms, builds, cause, fix } = factsSchema.shape;

const packageSchema = z.object({
  ecosystem: z.enum(ecosystems).describe('Where the package comes from.'),
  name: z.string().describe('Its name there, normalized.'),
  purl: z.string().describe('Its package URL, without a version.'),
});

/** An event of a range; OSV allows one field per event. */
const event = <const T extends z.ZodRawShape>(shape: T) =>
  z.object(shape).meta({ maxProperties: 1 });

const introducedEvent = event({
  introduced: z.string().describe('First version that has the fault; 0 is before the first.'),
});
const fixedEvent = event({ fixed: z.string().describe('First version that no longer has it.') });

const rangeSchema = z.object({
  type: z.enum(['ECOSYSTEM', 'SEMVER']).describe('How its versions are ordered.'),
  events: z
    .tuple([introducedEvent, fixedEvent.optional()])
    .describe('Where it begins and, when there is a fix, ends.'),
});

const affectedPackageSchema = z.object({
  package: packageSchema.describe('The package.'),
  ranges: z.array(rangeSchema).min(1).describe('A version within any of them is affected.'),
});

const referenceSchema = z.object({
  type: z.enum(referenceTypes).describe('Kind of the reference.'),
  url: z.url().describe('The address.'),
});

const databaseSpecificSchema = z.object({
  vulnerability: z.literal(false).describe('An ordinary fault, no vulnerability.'),
  id,
  slug: z.string().regex(slugPattern).describe('Last part of the address of the article.'),
  symptom,
  status,
  python,
  platforms,
  builds,
  cause,
  fix,
  incompatible: z
    .array(affectedRangeSchema)
    .min(1)
    .optional()
    .describe('Ranges that are affected only beside other releases, or on some Python versions.'),
  concerns: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Packages whose users meet a fault that no release has.'),
});

/**
 * A fault in the OSV format. Stricter than the official schema: it defines `database_specific` and requires the fields
 * that every record has.
 */
export const osvSchema = z.object({
  schema_version: z.string().describe('Version of the OSV format.'),
  id: osvId.describe('Our id behind the prefix of databases that osv.dev does not gather.'),
  modified: dateTime.describe('Midnight UTC of the day on which the article last changed.'),
  published: dateTime.describe('Midnight UTC of the day on which the article appeared.'),
  related: z.array(osvId).describe('Faults with similar errors; each of two names the other.'),
  summary: z.string().describe('Title of the article.'),
  details: z.string().describe('Summary of the article and its address, as Markdown.'),
  affected: z
    .array(affectedPackageSchema)
    .describe(
      'Packages; empty where the fault lies in Python itself, in the machine or in a pair of releases.',
    ),
  references: z.array(referenceSchema).min(1).describe('The article, then the evidence upstream.'),
  database_specific: databaseSpecificSchema.describe('What a range of versions cannot say.'),
});

export type OsvRecord = z.infer<typeof osvSchema>;
