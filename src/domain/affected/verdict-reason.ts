import type { Ecosystem } from '../vocabulary.ts';

/** A fact of the machine that a fault may depend on. */
export type MachineFact = 'python' | 'platform' | 'build';

/** The reason for a verdict, for the caller to put into words. */
export type VerdictReason =
  /** The fault does not occur with this Python, on this platform or with this build. */
  | { code: 'ruled-out'; by: MachineFact }
  /** The installed version is older than the first one with the fault. */
  | { code: 'older' }
  /** No affected package is installed. */
  | { code: 'absent' }
  /** The installed versions work together. */
  | { code: 'compatible' }
  /** The verdict depends on an unknown fact; `python-micro`: 3.13 is known, but not which 3.13. */
  | { code: 'missing'; fact: MachineFact | 'python-micro' }
  | { code: 'missing'; fact: 'version'; ecosystem: Ecosystem; name: string }
  /** The text is not a version; `allowed` describes a valid one. */
  | { code: 'invalid'; fact: 'python'; text: string; allowed: string }
  | {
      code: 'invalid';
      fact: 'version';
      ecosystem: Ecosystem;
      name: string;
      text: string;
      allowed: string;
    };
