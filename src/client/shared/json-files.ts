/** JSON files that are fetched once each; one that failed is fetched again the next time. */
export class JsonFiles {
  readonly #fetchJson: (address: string) => Promise<unknown>;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param fetchJson fetches and parses a file; `load` rejects with its errors */
  constructor(fetchJson: (address: string) => Promise<unknown> = fetchJsonFile) {
    this.#fetchJson = fetchJson;
  }

  load(address: string): Promise<unknown> {
    const known = this.#files.get(address);
    if (known) return known;
    const file = this.#fetchJson(address);
    this.#files.set(address, file);
    file.catch(() => this.#files.delete(address));
    return file;
  }
}

async function fetchJsonFile(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
