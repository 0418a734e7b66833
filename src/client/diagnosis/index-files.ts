import type { Localization } from '../../diagnosis/clean/read-paste.ts';
import { joinParts, partsFor } from '../../diagnosis/index/index-parts.ts';
import type { DiagnosisFile, DiagnosisPart, Answers } from '../../diagnosis/index/served-index.ts';
import { diagnosisPartPath } from '../../domain/addresses/addresses.ts';
import type { JsonFiles } from '../shared/json-files.ts';

/** Loads the parts of a large index that a paste needs besides the file that every diagnosis needs. */
export class IndexFiles {
  readonly #address: string;
  readonly #file: DiagnosisFile;
  readonly #parts: JsonFiles;
  /** The last result: while the reader types, the parts mostly stay the same. */
  #last: { key: string; loaded: DiagnosisPart } | undefined;

  /**
   * @param address absolute address of the index
   * @param file the content at that address
   * @param parts `load` rejects with its errors
   */
  constructor(address: string, file: DiagnosisFile, parts: JsonFiles) {
    this.#address = address;
    this.#file = file;
    this.#parts = parts;
  }

  /** Loads the index for a paste. No request contains the paste. */
  async load(paste: string, localization?: Localization): Promise<DiagnosisPart> {
    const file = this.#file;
    if (!file.table) return file;
    // Only the parts for this paste, not all that were fetched: a paste must get the same answer every time.
    const numbers = partsFor(file.table, paste, localization);
    const key = numbers.join();
    if (this.#last?.key === key) return this.#last.loaded;
    const addresses = numbers.map((number) => diagnosisPartPath(this.#address, number));
    const parts = (await Promise.all(
      addresses.map((address) => this.#parts.load(address)),
    )) as DiagnosisPart[];
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
}
