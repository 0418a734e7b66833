import type { PackageSystem } from '../lookup/lookup-table.ts';

/**
 * Parts of lines that programs print on a system, by its package manager. The first that a line has decides, so Alpine,
 * whose lines may also name a compiler of Debian's form, comes before Debian.
 */
const SIGNS: readonly [PackageSystem, RegExp][] = [
  ['alpine', /\bapk (?:add|--)|linux-musl|musllinux|\balpine\b/i],
  [
    'debian',
    /\bapt(?:-get)? (?:-\w+ )?install\b|\/(?:lib|include)\/(?:x86_64|aarch64|arm)-linux-gnu|linux-gnu(?:eabihf)?-(?:gcc|g\+\+)|dist-packages|\b(?:debian|ubuntu|raspbian)\b/i,
  ],
  [
    'fedora',
    /\b(?:dnf|yum|microdnf) (?:-y )?install\b|-redhat-linux|\bRed Hat \d|\.(?:el\d|fc\d\d|amzn\d)\b|\b(?:fedora|centos|rocky linux|almalinux|amazon linux)\b/i,
  ],
  ['arch', /\bpacman -S|\b(?:arch|manjaro) ?linux\b/i],
  [
    'homebrew',
    /\bbrew install\b|\/opt\/homebrew\/|\/usr\/local\/(?:Cellar|opt)\/|macosx[-_]\d|\bXcode\b/,
  ],
  [
    'windows',
    /\bMicrosoft Visual (?:C\+\+|Studio)|\bwin_amd64\b|\bwin32\b|[A-Z]:\\(?:Users|Program|Windows|hostedtoolcache)/,
  ],
];

/** Returns the package manager of the system that printed most of the telling lines; `undefined` if none tells. */
export function readSystem(texts: readonly string[]): PackageSystem | undefined {
  const counts = new Map<PackageSystem, number>();
  for (const text of texts) {
    const sign = SIGNS.find(([, pattern]) => pattern.test(text));
    if (sign) counts.set(sign[0], (counts.get(sign[0]) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
