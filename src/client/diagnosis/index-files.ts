import type { Localization } from '../../diagnosis/clean/read-paste.ts';
import { joinParts, partsFor } from '../../diagnosis/index/index-parts.ts';
import type { DiagnosisFile, DiagnosisPart, Answers } from '../../diagnosis/index/served-index.ts';
import { diagnosisPartPath } from '../../domain/addresses/addresses.ts';

/**
 * Loads the parts of a large index that a paste needs besides the file that every diagnosis needs. Each part is fetched
 * once; one that failed is fetched again for the next paste.
 */
export class IndexFiles {
  readonly #address: string;
  readonly #file: DiagnosisFile;
  readonly #fetchJson: (address: string) => Promise<unknown>;
  readonly #parts = new Map<string, Promise<DiagnosisPart>>();
  /** The last result: while the reader types, the parts mostly stay the same. */
  #last: { key: string; loaded: DiagnosisPart } | undefined;

  /**
   * @param address absolute address of the index
   * @param file the content at that address
   * @param fetchJson fetches and parses a part; `load` rejects with its errors
   */
  constructor(
    address: string,
    file: DiagnosisFile,
    fetchJson: (address: string) => Promise<unknown>,
  ) {
    this.#address = address;
    this.#file = file;
    this.#fetchJson = fetchJson;
  }

  /** Loads the index for a paste. No request contains the paste. */
  async load(paste: string, localization?: Localization): Promise<DiagnosisPart> {
    const file = this.#file;
    if (!file.table) return file;
    // Only the parts for this paste, not all that were fetched: a paste must get the same answer every time.
    const numbers = partsFor(file.table, paste, localization);
    const key = numbers.join();
    if (this.#last?.key === key) return this.#last.loaded;
    const parts = await Promise.all(
      numbers.map((number) => this.#loadPart(diagnosisPartPath(this.#address, number))),
    );
    const loaded = {
      index: joinParts(
        file.index,
        parts.map(({ index }) => index),
      ),
      answers: Object.assign({}, ...parts.map(({ answers }) => answers)) as Answers,
    };
    this.#last = { key, loaded };
    return loaded;
  }

  #loadPart(address: string): Promise<DiagnosisPart> {
    const known = this.#parts.get(address);
    if (known) return known;
    const part = this.#fetchJson(address) as Promise<DiagnosisPart>;
    this.#parts.set(address, part);
    part.catch(() => this.#parts.delete(address));
    return part;
  }
}
