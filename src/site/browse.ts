import { facetDomain } from '../search/facets.ts';
import type { BrowseFacet } from '../domain/addresses/addresses.ts';
import type { Platform, Symptom } from '../domain/vocabulary.ts';
import type { Words } from '../i18n/words.ts';
import type { Article } from './library.ts';

/** One value of a facet that has pages of its own: its name, its page's title and lead, its faults. */
export interface BrowseValue {
  value: string;
  name: string;
  title: string;
  lead: string;
  articles: Article[];
}

/** All values of a facet in reading order, those without faults included: their addresses exist as well. */
export function browseValues(
  facet: BrowseFacet,
  articles: readonly Article[],
  words: Words,
): BrowseValue[] {
  return facetDomain(facet, []).map((value) => ({
    value,
    ...wordsFor(facet, value, words),
    articles: articles.filter((article) => article.facets[facet].includes(value)),
  }));
}

function wordsFor(facet: BrowseFacet, value: string, words: Words) {
  const lead = words.browse.facetLead[facet];
  if (facet === 'symptom') {
    const name = words.symptoms[value as Symptom];
    return { name, title: name, lead: words.symptomHints[value as Symptom] };
  }
  if (facet === 'platform') {
    const name = words.platforms[value as Platform];
    return { name, title: words.browse.onPlatform(name), lead };
  }
  return { name: value, title: words.browse.onPython(value), lead };
}
