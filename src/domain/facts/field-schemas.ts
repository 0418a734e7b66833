import { z } from 'zod';

/**
 * Schemas for the fields of the files in `content/`. Every `error` text completes the sentence "allowed: ..." (see
 * `problems.ts`).
 */

/** A text on one line, not empty, of at most `max` characters. */
export const singleLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'a text' })
    .max(max, { error: `at most ${max} characters` })
    .regex(/^.*$/, { error: 'a text on one line' });

/** A calendar date as a string: as a `Date` a time zone could move it to another day. */
export const isoDate = z.iso.date({ error: 'a date such as 2026-11-21', abort: true });

/** A text that matches a pattern; the error is the same for a value that is not a text. */
export const matching = (pattern: RegExp, error: string) =>
  z.string({ error }).regex(pattern, { error });

/** A list that is not empty. */
export const nonEmptyList = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, { error: 'at least one' });

/** A list without repetitions. */
export const uniqueList = <T extends z.ZodType>(list: z.ZodArray<T>, error: string) =>
  list
    .refine((items) => new Set(items).size === items.length, { error })
    .meta({ uniqueItems: true });

/** A list of values from a closed vocabulary, not empty, without repetitions. */
export const uniqueChoices = <const T extends readonly [string, ...string[]]>(values: T) =>
  uniqueList(nonEmptyList(z.enum(values)), 'each value once');

/** An object with these fields and no others; the error lists them. */
export const strictMapping = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  });
