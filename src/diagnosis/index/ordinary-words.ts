/** Returns the share of ordinary runs of programs that print a word, 0 if none does. */
export function ordinaryFrequency(_word: string): number {
  return 0;
}
