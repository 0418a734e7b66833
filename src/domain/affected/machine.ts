import type { Build, Ecosystem, Platform } from '../vocabulary.ts';

/** A package that is installed. */
export interface MachinePackage {
  /** Absent if unknown; then the name alone is compared. */
  ecosystem?: Ecosystem;
  name: string;
  /** Absent if only the name is known. */
  version?: string;
}

/** Facts about a reader's machine; a missing one is unknown. */
export interface Machine {
  /** `3.13`, `3.13.4`, `3.13t`, `3.14.0rc1`, as it was entered. */
  python?: string;
  build?: Build;
  platform?: Platform;
  packages: readonly MachinePackage[];
  /** True if nothing but `packages` is installed. */
  isComplete: boolean;
}
