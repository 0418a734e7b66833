/**
 * Writes whole numbers of 0 or more as text, in base 36 with spaces between them. After gzip this is as small as packed
 * bytes in base64, and after Brotli smaller.
 */
export function encodeNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => number.toString(36)).join(' ');
}

/** Reads what `encodeNumbers` wrote. */
export function decodeNumbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map((digits) => parseInt(digits, 36));
}

/** Replaces each number of an ascending list by its difference to the one before. */
export function toGaps(numbers: readonly number[]): number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

/** Restores the numbers from their differences. */
export function fromGaps(gaps: readonly number[]): number[] {
  let sum = 0;
  return gaps.map((gap) => (sum += gap));
}
