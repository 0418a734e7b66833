import { z } from 'zod';

/**
 * What the files of `content/` are made of. Every `error` text completes the sentence "allowed: ..." (see `problems.ts`).
 */

/** A text on one line that is not empty: at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'a text' })
    .max(max, { error: `at most ${max} characters` })
    .regex(/^.*$/, { error: 'a text on one line' });

/** A date as written, not a moment: no time zone can move it to another day. */
export const day = z.iso.date({ error: 'a date such as 2026-11-21', abort: true });

/** A text of one form; the message also stands for what is no text at all. */
export const formed = (pattern: RegExp, error: string) =>
  z.string({ error }).regex(pattern, { error });

/** A list that is not empty. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, { error: 'at least one' });

/** A list without repetitions. */
export const distinct = <T extends z.ZodType>(list: z.ZodArray<T>, error: string) =>
  list
    .refine((items) => new Set(items).size === items.length, { error })
    .meta({ uniqueItems: true });

/** A closed vocabulary as a list without repetitions. */
export const choiceOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  distinct(listOf(z.enum(values)), 'each value once');

/** An object without other fields than these; the message names them. */
export const mapping = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  });
