/**
 * Names that Windows reserves for devices, in any case and also with an extension: `con`, `aux.json`.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Windows drops a final dot or space; Git and many hosts skip every folder called `.git`. */
const DROPPED = /[. ]$|^\.git$/i;

/** Describes portable names; completes the sentence "allowed: ..." (see `problems.ts`). */
export const PORTABLE_NAME = 'a name that every system can have (not con, nul, com1, .git, x.)';

/** True if every system can have a file or folder of this name, and every host serves it. */
export const isPortableName = (name: string): boolean => !DEVICE.test(name) && !DROPPED.test(name);
