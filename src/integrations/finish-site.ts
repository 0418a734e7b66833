import path from 'node:path';
import { sharedLibrary } from '../content/read/shared-library.ts';
import { articlesPath, localizedPath } from '../domain/addresses/addresses.ts';
import { chooseForwardFiles, forwardsOf, listsArticles } from '../domain/addresses/forwards.ts';
import { locales } from '../domain/vocabulary.ts';
import { filesIn } from './files-in.ts';
import { forwardFiles } from './forwards/forward-files.ts';
import type { ForwardSite } from './forwards/forward-page.ts';
import { forwardTargets } from './forwards/forward-targets.ts';
import { writeFiles } from './forwards/write-files.ts';
import { FULL_TEXT_FOLDER, writeIndex } from './pagefind.ts';

/** A site whose pages are written. */
export interface WrittenPages {
  /** The project's root folder. */
  root: string;
  /** Folder of the site. */
  folder: string;
  forwards: ForwardSite;
  /** Maximum number of files of the site. */
  maxFiles: number;
}

/**
 * Writes what is made from the written pages: first the full-text index, then the addresses that lead to one article
 * (permalinks, earlier slugs, upstream addresses, messages). There are several times as many of them as pages, and which
 * ones get a file depends on the number of all other files.
 *
 * @param warn reports what does not stop the build
 */
export async function finishSite(
  { root, folder, forwards, maxFiles }: WrittenPages,
  warn: (message: string) => void,
): Promise<void> {
  const articles = locales.map((locale) => localizedPath(articlesPath, locale).slice(1, -1));
  await writeIndex(folder, path.join(folder, FULL_TEXT_FOLDER), articles);

  // Read only now: the index needs most of the memory.
  const library = await sharedLibrary(root);
  const single = forwardsOf(
    library.articles.map(({ slug, facts }) => ({ slug, ...facts })),
    library.messageAddresses,
  ).filter((forward) => !listsArticles(forward));
  // One more for `_redirects`.
  const otherFiles = (await filesIn(folder)).length + 1;
  const chosen = chooseForwardFiles(single, otherFiles, maxFiles);
  await writeFiles(folder, forwardFiles(chosen, forwardTargets(library), forwards));
  if (chosen.unwritten.length > 0) {
    warn(
      `${chosen.written.length} of ${single.length} forwarding addresses are files (MAX_FILES is ${maxFiles}); the 404 page answers the others`,
    );
  }
}
