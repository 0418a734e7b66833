import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../../src/domain/vocabulary.ts';
import { root } from '../../support/root.ts';
import type { Command } from './measure-commands.ts';

/** A site that is ready to be built. */
export interface Project {
  folder: string;
  commands: Command[];
  /** Folder of the built site, relative to `folder`. */
  output: string;
}

/** A site generator, installed. */
export interface Generator {
  /** Name with versions. */
  name: string;
  /**
   * Writes a project that shows a library.
   *
   * @param content the library
   * @param languages of the library
   * @param parent folder in which the project is made
   */
  makeProject(content: string, languages: readonly Locale[], parent: string): Project;
}

/** Returns the version of an installed package. */
export function versionOf(name: string): string {
  const manifest = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
