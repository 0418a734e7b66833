/**
 * Form of slugs, aliases and ids of projects, tables and rows, which appear in addresses unchanged and name folders: at most
 * 100 characters, and no name that Windows reserves.
 */
export const slugPattern =
  /^(?=.{1,100}$)(?!(?:con|prn|aux|nul|(?:com|lpt)\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
