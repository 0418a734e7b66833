import { formatBytes, formatCount } from './format-size.ts';
import type { SiteSize } from './site-size.ts';

/** Part of a limit from which on it is near: early enough to choose another host. */
const NEAR = 0.8;

const MIB = 2 ** 20;

/** A documented limit of a host. */
interface HostLimit {
  host: string;
  max: number;
  found: (size: SiteSize) => number;
  /** Formats a value; with the size also what has it, if that is not the whole site. */
  format: (value: number, size?: SiteSize) => string;
}

const files = {
  found: (size: SiteSize) => size.files,
  format: (count: number) => `${formatCount(count)} files`,
};

const largestFile = {
  found: ({ largest }: SiteSize) => largest.bytes,
  format: (bytes: number, size?: SiteSize) =>
    (size ? `${size.largest.path}, ` : '') + formatBytes(bytes),
};

const wholeSite = { found: ({ bytes }: SiteSize) => bytes, format: formatBytes };

/**
 * Limits that a static site can reach.
 *
 * @see https://developers.cloudflare.com/pages/platform/limits/
 * @see https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 */
const LIMITS: readonly HostLimit[] = [
  { host: 'Cloudflare Pages on the free plan', max: 20_000, ...files },
  { host: 'Cloudflare Pages on a paid plan', max: 100_000, ...files },
  { host: 'Cloudflare Pages for one file', max: 25 * MIB, ...largestFile },
  { host: 'GitHub Pages', max: 1024 * MIB, ...wholeSite },
];

/** Returns a warning for each limit of a host that a site exceeds or is near. */
export function hostWarnings(size: SiteSize): string[] {
  return LIMITS.flatMap(({ host, max, found, format }) => {
    const value = found(size);
    if (value < NEAR * max) return [];
    const state = value > max ? 'over' : 'near';
    return [`${format(value, size)}: ${state} the limit of ${host}, ${format(max)}.`];
  });
}
