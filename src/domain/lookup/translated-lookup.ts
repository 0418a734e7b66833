import type { Lookup } from './lookup-schema.ts';

/** Returns a lookup with the answers of a translation, if it has any. */
export const translatedLookup = (
  lookup: Lookup | undefined,
  translation: Pick<Lookup, 'answers'> | undefined,
): Lookup | undefined => lookup && { ...lookup, ...translation };
