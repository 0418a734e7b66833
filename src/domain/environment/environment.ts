import type { PackageSystem } from '../lookup/lookup-table.ts';
import type { Build, Platform } from '../vocabulary.ts';

/** Python, build and platform of a machine; a fact that no text states is absent. */
export interface MachineFacts {
  /** `3.13`, or as exact as the text states it: `3.13.4`, `3.14.0rc1`. */
  python?: string;
  build?: Build;
  platform?: Platform;
}

/** Facts about the machine that printed a text. */
export interface Environment extends MachineFacts {
  /** `x86_64`, `arm64`, `x86`, or the platform's own name for another one. */
  architecture?: string;
  /** Package manager of the system. */
  system?: PackageSystem;
  /** Versions of packages by their normalized names; the last mention wins. */
  packages: Readonly<Record<string, string>>;
}

/** Returns the facts that are known, without keys for the others. */
export function knownFacts({
  python,
  build,
  platform,
}: { [Key in keyof MachineFacts]: MachineFacts[Key] | undefined }): MachineFacts {
  return {
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
  };
}
