/** Names of packages as PEP 503 compares them. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,60}/g, '-');
}
