import type { z } from 'zod';
import type { signatureSchema } from './signature-schema.ts';

// Only the type comes from the schema: the browser has no use for zod.

/** A signature as the front matter has it. */
export type Signature = z.infer<typeof signatureSchema>;

/** A signature with its line and conditions as fields. */
export type ConditionalSignature = Exclude<Signature, string>;

/** Returns the line of a signature. */
export function signatureLine(signature: Signature): string {
  return typeof signature === 'string' ? signature : signature.line;
}

/** Returns a signature with its line and conditions as fields. */
export function toConditional(signature: Signature): ConditionalSignature {
  return typeof signature === 'string' ? { line: signature } : signature;
}
