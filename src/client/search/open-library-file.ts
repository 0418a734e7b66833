import { searchPartPath } from '../../domain/addresses/addresses.ts';
import { openParts, type ArticlePart, type SearchFile } from '../../search/parts/library-parts.ts';
import type { TermPart } from '../../search/parts/term-parts.ts';
import { openLibrary, type ListedLibrary } from '../../search/ranking/listed-library.ts';
import type { JsonFiles } from '../shared/json-files.ts';

/** Opens the library of a search file at an absolute address. */
export function openLibraryFile(address: string, json: string, files: JsonFiles): ListedLibrary {
  const file = JSON.parse(json) as SearchFile;
  if ('documents' in file) return openLibrary(file.documents);
  const load = (kind: string, number: number) =>
    files.load(searchPartPath(address, file.digest, kind, number));
  return openParts(file.table, {
    terms: (number) => load('terms', number) as Promise<TermPart>,
    articles: (number) => load('articles', number) as Promise<ArticlePart>,
  });
}
