import { z } from 'zod';
import { MAPPED_SYSTEMS } from '../package-names/package-group.ts';

const names = z.array(z.string().min(1)).optional();
const packages = z.string().regex(/^[^\s]+( [^\s]+)*$/);
const text = z.strictObject({ en: z.string(), zh: z.string() });

/**
 * A library as a contributor describes it in `libraries.yaml`. Everything else of its row comes from the sources.
 */
export const librarySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.string(),
  /** Packages of Debian to build with the library, separated by spaces. */
  debian: packages.optional(),
  /** Further packages of Debian whose files belong to the library, such as those that `debian` depends on. */
  from: packages.optional(),
  /** Earlier names of `debian`, by which mappings may know it. */
  formerly: packages.optional(),
  /** The package that loads the library, where its name does not follow from the links. */
  run: packages.optional(),
  /** The same in the previous stable release, if it differs. */
  run_previous: packages.optional(),
  /** Names in other systems, proposed to the mappings. `-`: the mappings are wrong or the system has none. */
  fedora: packages.optional(),
  alpine: packages.optional(),
  arch: packages.optional(),
  homebrew: packages.optional(),
  conda: packages.optional(),
  windows: packages.optional(),
  /** Systems in whose own index the given names were found. */
  listed: z.array(z.enum(MAPPED_SYSTEMS)).optional(),
  pip: packages.optional(),
  /** Has no keys but those that are given: the package belongs to another library. */
  exact: z.literal(true).optional(),
  /** Folders below `usr/include` that builds add to their include path. */
  roots: names,
  /** Keys that do not follow from the files, or that another library has, too. */
  header: names,
  library: names,
  link: names,
  module: names,
  cmake: names,
  program: names,
  /** Keys that follow from the files and belong to another library. */
  not: names,
  /** Python packages that need the library. As a pair: the package, and the one whose wheel spares the compiler. */
  python: z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])).optional(),
  note: text.optional(),
});

export type Library = z.infer<typeof librarySchema>;

/** `libldap-dev` and `liblber-dev` for `libldap-dev liblber-dev`. */
export const packageList = (text: string | undefined): string[] => text?.split(' ') ?? [];
