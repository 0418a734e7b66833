import { facetDomain } from '../search/facets.ts';
import type { BrowseFacet } from '../domain/addresses/addresses.ts';
import type { Platform, Symptom } from '../domain/vocabulary.ts';
import type { Words } from '../i18n/words.ts';
import type { Article } from './library.ts';

/** A value of a facet with a browse page: the value's name, and the title, lead and articles of the page. */
export interface BrowseValue {
  value: string;
  name: string;
  title: string;
  lead: string;
  articles: Article[];
}

/** Returns every value of a facet in reading order. Values without articles are included: their pages exist, too. */
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
