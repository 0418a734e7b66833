import type { DiagnosisIndex } from '../diagnose/diagnosis-index.ts';
import { joinIndex, partsFor } from '../diagnose/index-parts.ts';
import { diagnosisPartPath } from '../domain/addresses.ts';
import type { DiagnosisFile, DiagnosisPart, Titles } from './diagnosis-file.ts';

/** An index that is ready for one paste, and the titles of the articles in it. */
export interface ReadyIndex {
  index: DiagnosisIndex;
  titles: Titles;
}

/**
 * The files of an index as they are wanted: the one that every diagnosis needs, and of a large library the parts that
 * a paste may speak of. Each file is fetched once; one that failed is tried again at the next paste.
 */
export class IndexFiles {
  readonly address: string;
  readonly #fetch: (address: string) => Promise<unknown>;
  readonly #fetched = new Map<string, Promise<unknown>>();
  /** The parts joined last: while one types, they mostly stay the same. */
  #joined: { key: string; ready: ReadyIndex } | undefined;

  /**
   * @param address of the index, in full
   * @param fetchJson fetches and reads a file; its errors become those of `for`
   */
  constructor(address: string, fetchJson: (address: string) => Promise<unknown>) {
    this.address = address;
    this.#fetch = fetchJson;
  }

  /** What a diagnosis of this paste needs. The paste itself goes into no request. */
  async for(paste: string): Promise<ReadyIndex> {
    const file = await this.#get<DiagnosisFile>(this.address);
    if (!file.isSplit) return file;
    // Only what this paste asks for, not all that is here: the same paste has to get the same answer every time.
    const numbers = partsFor(file.index, paste).sort((a, b) => a - b);
    const key = numbers.join();
    if (this.#joined?.key === key) return this.#joined.ready;
    const parts = await Promise.all(
      numbers.map((number) => this.#get<DiagnosisPart>(diagnosisPartPath(this.address, number))),
    );
    const titles: Titles = Object.assign({}, ...parts.map((part) => part.titles));
    const ready = { index: joinIndex(file.index, parts), titles };
    this.#joined = { key, ready };
    return ready;
  }

  #get<T>(address: string): Promise<T> {
    const known = this.#fetched.get(address);
    if (known) return known as Promise<T>;
    const fetched = this.#fetch(address);
    this.#fetched.set(address, fetched);
    fetched.catch(() => this.#fetched.delete(address));
    return fetched as Promise<T>;
  }
}
