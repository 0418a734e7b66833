import { z } from 'zod';
import { hasVisibleCharacter } from '../text/characters.ts';

/**
 * Building blocks of the schemas of `content/`. Every `error` completes the sentence "allowed: ..." (see `problems.ts`).
 */

/** Text on one line that can be seen, at most `max` characters. */
export const singleLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'text', abort: true })
    .max(max, { error: `at most ${max} characters` })
    .regex(/^.*$/, { error: 'text on one line' })
    .refine(hasVisibleCharacter, { error: 'text that can be seen' });

/** The first day that any date of the library can have: older ones are mistakes, and zip archives begin in 1980. */
const FIRST_DAY = '2000-01-01';

/**
 * A date as text, not a `Date`, so that no time zone shifts it by a day. A schema has no clock: `lateDates` reports dates
 * in the future.
 */
export const isoDate = z.iso
  .date({ error: 'a date such as 2026-11-21', abort: true })
  .refine((day) => day >= FIRST_DAY, { error: `a date on or after ${FIRST_DAY}` });

/** Text that matches a pattern; the message also covers values that are not text. */
export const matching = (pattern: RegExp, error: string) =>
  z.string({ error }).regex(pattern, { error });

/** A list of at most `max` items. */
export const boundedList = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item).max(max, { error: `at most ${max} entries` });

/** A nonempty list. */
export const nonEmptyList = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, { error: 'at least one' });

/** A list without duplicates. */
export const uniqueList = <T extends z.ZodType>(list: z.ZodArray<T>, error: string) =>
  list
    .refine((items) => new Set(items).size === items.length, { error })
    .meta({ uniqueItems: true });

/** A nonempty list of values from a closed vocabulary, without duplicates. */
export const uniqueChoices = <const T extends readonly [string, ...string[]]>(values: T) =>
  uniqueList(nonEmptyList(z.enum(values)), 'each value once');

/** An object with exactly these fields; the message for an unknown field lists them. */
export const strictMapping = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  });
