import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LoaderContext } from 'astro/loaders';
import { formatProblem } from '../../domain/facts/problems.ts';
import { printable } from '../../domain/text/characters.ts';
import type { Library } from '../read/library-model.ts';
import { reloadSharedLibrary } from '../read/shared-library.ts';

/** Editors save in several steps and Git writes many files: events closer together than this are one change. */
const DEBOUNCE_MS = 50;

/** Updates a collection to a library. */
type Update = (library: Library) => void;

/** Keeps the collections of a dev server up to date with `content/`. */
export class LibraryWatcher {
  readonly #root: string;
  readonly #content: string;
  /** By collection. A restarted dev server replaces them. */
  readonly #updates = new Map<string, Update>();
  #context: Pick<LoaderContext, 'logger' | 'meta'> | undefined;
  #library: Promise<Library> | undefined;
  /** Slugs of the articles that have changed since the last reading. */
  #changed = new Set<string>();
  #pending: AbortController | undefined;
  #reloads = Promise.resolve();

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#root = root;
    this.#content = path.join(root, 'content');
  }

  /** Updates a collection now and whenever the library changes. */
  async follow(collection: string, update: Update, context: LoaderContext): Promise<void> {
    const { logger, meta, watcher } = context;
    this.#library ??= this.#readFirst(context);
    this.#context = { logger, meta };
    this.#updates.set(collection, update);
    // Astro removes all listeners before it loads the collections again.
    watcher?.off('all', this.#onChange).on('all', this.#onChange);
    watcher?.add(this.#content);
    update(await this.#library);
  }

  async #readFirst({ logger }: LoaderContext): Promise<Library> {
    const library = await reloadSharedLibrary(this.#root);
    reportProblems(library, logger);
    return library;
  }

  readonly #onChange = (_event: string, file: string): void => {
    if (!file.startsWith(this.#content + path.sep)) return;
    const [folder, slug] = path.relative(this.#content, file).split(path.sep);
    // All other files are read each time.
    if (folder === 'articles' && slug !== undefined) this.#changed.add(slug);
    this.#pending?.abort();
    this.#pending = new AbortController();
    setTimeout(DEBOUNCE_MS, undefined, { signal: this.#pending.signal }).then(
      () => {
        // One at a time: the last change must be the last one stored.
        this.#reloads = this.#reloads
          .then(() => this.#reload())
          .catch((error: unknown) => this.#context?.logger.error(printable(String(error))));
      },
      () => undefined,
    );
  };

  /** Reads what has changed and updates all collections together, so that no page mixes old and new entries. */
  async #reload(): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#library = reloadSharedLibrary(this.#root, changed);
    const library = await this.#library;
    for (const update of this.#updates.values()) update(library);
    if (!this.#context) return;
    const { logger, meta } = this.#context;
    reportProblems(library, logger);
    // Astro shows the pages again when its store changes.
    meta.set('edited', new Date().toISOString());
  }
}

function reportProblems({ problems }: Library, logger: LoaderContext['logger']): void {
  for (const problem of problems) logger.error(formatProblem(problem));
}
