/** Orders ids by number: KF-9999 comes before KF-10000. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
