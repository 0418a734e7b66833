import { signatureLine } from '../../domain/facts/signature.ts';
import type { SearchDocument, SearchSource } from './search-document.ts';
import { termsOf } from './terms.ts';

/** Words of the body that a document keeps; measured on the development half of the questions. */
const MAX_BODY_WORDS = 60;

/** Makes the documents of a library; the words that an article keeps of its body depend on the other articles. */
export function buildSearchDocuments(sources: readonly SearchSource[]): SearchDocument[] {
  const bodies = sources.map(({ text, code = '', messages }) =>
    countTerms([text, code, ...messages].join('\n')),
  );
  const frequency = new Map<string, number>();
  for (const body of bodies) {
    for (const term of body.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return sources.map((source, index) => {
    const document = toDocument(source);
    const known = new Set(countTerms(Object.values(document).join('\n')).keys());
    const body = [...(bodies[index] ?? [])]
      .filter(([term]) => !known.has(term))
      .map(([term, count]) => ({
        term,
        weight: (1 + Math.log(count)) * Math.log(sources.length / (frequency.get(term) ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, MAX_BODY_WORDS)
      .map(({ term }) => term);
    return { ...document, body: body.join(' ') };
  });
}

function toDocument(source: SearchSource): SearchDocument {
  const { id, slug, project, component, english, aliases = [], seenIn = [] } = source;
  return {
    id,
    slug,
    title: [source.title, english?.title ?? ''].join('\n').trim(),
    summary: [source.summary ?? '', english?.summary ?? ''].join('\n').trim(),
    fix: source.fix ?? '',
    signatures: source.signatures.map(signatureLine).join('\n'),
    names: [id, project, component ?? '', ...aliases, ...seenIn].filter(Boolean).join(' '),
    body: '',
  };
}

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text: term } of termsOf(text)) {
    if (!term.startsWith('=')) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
