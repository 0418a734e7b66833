/** Systems whose package names are taken from public mappings. */
export const MAPPED_SYSTEMS = ['debian', 'fedora', 'alpine', 'arch', 'homebrew', 'conda'] as const;

export type MappedSystem = (typeof MAPPED_SYSTEMS)[number];

/** Names that a mapping gives one thing, by system. */
export type PackageGroup = Partial<Record<MappedSystem, string[]>>;

/** A public list of package names: its address on GitHub (`owner/name`) and its entries. */
export interface NameMapping {
  repository: string;
  groups: PackageGroup[];
}

/** Adds names to a group. */
export function addNames(
  group: PackageGroup,
  system: MappedSystem | undefined,
  names: readonly string[],
): void {
  if (system !== undefined) (group[system] ??= []).push(...names);
}
