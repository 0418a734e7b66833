/**
 * GCC releases with the last numbers of the newest GLIBCXX_3.4 and CXXABI_1.3 that their libstdc++ has.
 *
 * @see https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html
 */
const RELEASES: readonly (readonly [gcc: string, glibcxx: number, cxxabi: number])[] = [
  ['4.2.0', 9, 1],
  ['4.3.0', 10, 2],
  ['4.4.0', 11, 3],
  ['4.4.1', 12, 3],
  ['4.4.2', 13, 3],
  ['4.5.0', 14, 4],
  ['4.6.0', 15, 5],
  ['4.6.1', 16, 5],
  ['4.7.0', 17, 6],
  ['4.8.0', 18, 7],
  ['4.8.3', 19, 7],
  ['4.9.0', 20, 8],
  ['5.1.0', 21, 9],
  ['6.1.0', 22, 10],
  ['7.1.0', 23, 11],
  ['7.2.0', 24, 11],
  ['8.1.0', 25, 11],
  ['9.1.0', 26, 12],
  ['9.2.0', 27, 12],
  ['9.3.0', 28, 12],
  ['11.1.0', 29, 13],
  ['12.1.0', 30, 13],
  ['13.1.0', 31, 14],
  ['13.2.0', 32, 14],
  ['14.1.0', 33, 15],
  ['15.1.0', 34, 15],
  ['16.1.0', 35, 17],
];

/** Returns the first GCC release whose libstdc++ has `GLIBCXX_3.4.<minor>` or `CXXABI_1.3.<minor>`; `undefined` if unknown. */
export function gccRelease(symbol: 'GLIBCXX' | 'CXXABI', minor: number): string | undefined {
  return RELEASES.find(
    ([, glibcxx, cxxabi]) => (symbol === 'GLIBCXX' ? glibcxx : cxxabi) >= minor,
  )?.[0];
}
