import type { DiagnosisIndex } from '../../diagnosis/index/diagnosis-index.ts';
import { joinIndex, partsFor } from '../../diagnosis/index/index-parts.ts';
import { diagnosisPartPath } from '../../domain/addresses/addresses.ts';
import type { DiagnosisFile, DiagnosisPart, Titles } from '../../diagnosis/index/served-index.ts';

/** An index that is ready for one paste, and the titles of the articles in it. */
export interface ReadyIndex {
  index: DiagnosisIndex;
  titles: Titles;
}

/**
 * The files of an index as they are wanted: beside the one that every diagnosis needs, of a large library the parts
 * that a paste may speak of. Each is fetched once; one that failed is tried again at the next paste.
 */
export class IndexFiles {
  readonly #address: string;
  readonly #file: DiagnosisFile;
  readonly #fetch: (address: string) => Promise<unknown>;
  readonly #fetched = new Map<string, Promise<DiagnosisPart>>();
  /** The parts joined last: while one types, they mostly stay the same. */
  #joined: { key: string; ready: ReadyIndex } | undefined;

  /**
   * @param address of the index, in full
   * @param file what stands there
   * @param fetchJson fetches and reads a part; its errors become those of `for`
   */
  constructor(
    address: string,
    file: DiagnosisFile,
    fetchJson: (address: string) => Promise<unknown>,
  ) {
    this.#address = address;
    this.#file = file;
    this.#fetch = fetchJson;
  }

  /** What a diagnosis of this paste needs. The paste itself goes into no request. */
  async for(paste: string): Promise<ReadyIndex> {
    const file = this.#file;
    if (!file.isSplit) return file;
    // Only what this paste asks for, not all that is here: the same paste has to get the same answer every time.
    const numbers = partsFor(file.index, paste).sort((a, b) => a - b);
    const key = numbers.join();
    if (this.#joined?.key === key) return this.#joined.ready;
    const parts = await Promise.all(
      numbers.map((number) => this.#part(diagnosisPartPath(this.#address, number))),
    );
    const titles: Titles = Object.assign({}, ...parts.map((part) => part.titles));
    const ready = { index: joinIndex(file.index, parts), titles };
    this.#joined = { key, ready };
    return ready;
  }

  #part(address: string): Promise<DiagnosisPart> {
    const known = this.#fetched.get(address);
    if (known) return known;
    const fetched = this.#fetch(address) as Promise<DiagnosisPart>;
    this.#fetched.set(address, fetched);
    fetched.catch(() => this.#fetched.delete(address));
    return fetched;
  }
}
