import type { Build, Platform } from '../domain/vocabulary.ts';

/** What a paste betrays of the machine it comes from. Only what it says; nothing is guessed from silence. */
export interface Environment {
  /** `3.13`, or `3.13.4` where the paste says so. */
  python?: string;
  build?: Build;
  platform?: Platform;
  /** `x86_64`, `arm64`, `x86`, as the platform's own name for it. */
  architecture?: string;
  /** Packages under their normalised names, with versions; the last one read wins. */
  packages: Readonly<Record<string, string>>;
}
