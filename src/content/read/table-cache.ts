import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { LookupTable } from '../../domain/lookup/lookup-table.ts';
import { digestOfValidators } from './digest-of-validators.ts';

/** Path from the project's root. */
const CACHE_FILE = '.cache/tables.json';

interface CacheFile {
  /** Digest of the code that validated the tables, and of `tables` as JSON. */
  validators: string;
  checksum: string;
  /** Tables by the digest of their source. */
  tables: Record<string, LookupTable>;
}

/**
 * Tables that were validated before, in `.cache`: a YAML file of half a megabyte takes a second to parse. A table is found
 * by what its file contains now. A damaged cache, or one of other code, is discarded.
 */
export class TableCache {
  readonly #file: string;
  readonly #validators: string | undefined;
  readonly #known: Readonly<Record<string, LookupTable>>;
  readonly #used: Record<string, LookupTable> = {};

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#file = path.join(root, CACHE_FILE);
    this.#validators = digestOfValidators(root);
    this.#known = this.#validators === undefined ? {} : readCacheFile(this.#file, this.#validators);
  }

  /** Returns the table of a source; reads it with `read` if it is not known. A table with problems is `undefined`. */
  find(source: string, read: () => LookupTable | undefined): LookupTable | undefined {
    const digest = hash('sha256', source);
    const table = Object.hasOwn(this.#known, digest) ? this.#known[digest] : read();
    if (table) this.#used[digest] = table;
    return table;
  }

  /** Writes the tables that were asked for, if they are others than before. */
  save(): void {
    const digests = Object.keys(this.#used);
    const isKnown = digests.every((digest) => Object.hasOwn(this.#known, digest));
    if (
      this.#validators === undefined ||
      (isKnown && digests.length === Object.keys(this.#known).length)
    ) {
      return;
    }
    const checksum = checksumOf(this.#used);
    const content: CacheFile = { validators: this.#validators, checksum, tables: this.#used };
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      // Atomic: another command may read the file at the same time.
      writeFileAtomic.sync(this.#file, JSON.stringify(content), { fsync: false });
    } catch {
      // Without a cache, as in a folder that is read-only, commands take longer, no more.
    }
  }
}

function readCacheFile(file: string, validators: string): Record<string, LookupTable> {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as CacheFile;
    const isValid =
      content.validators === validators && content.checksum === checksumOf(content.tables);
    return isValid ? content.tables : {};
  } catch {
    return {};
  }
}

const checksumOf = (tables: CacheFile['tables']) => hash('sha256', JSON.stringify(tables));
