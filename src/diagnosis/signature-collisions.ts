import { toConditional } from '../domain/facts/signature.ts';
import type { RowFinder } from '../domain/lookup/find-row.ts';
import { diagnose } from './diagnose.ts';
import type { DiagnosisIndex } from './index/diagnosis-index.ts';

/** A signature that does not lead to its own article. */
export interface Collision {
  slug: string;
  /** Index among the signatures of the article. */
  signature: number;
  /** The line of the signature. */
  printed: string;
  /** Slug of the article that it leads to instead; absent if to none. */
  other?: string;
}

/** Every name counts: whether its table has it does not matter here. */
const anyRow: RowFinder = ({ name }) => ({
  name,
  row: { id: name, name, keys: {}, texts: {}, codes: {}, packages: {}, python: [] },
});

const PLACEHOLDER = /<[A-Za-z][\w -]{0,38}>/g;

/**
 * Diagnoses each signature with the whole library, as if a reader had pasted it, placeholders filled in. Reports those
 * that are attributed to another article, or to none. Articles may share a signature.
 *
 * @param only slug of the article to check; all articles if left out
 */
export function collisions(index: DiagnosisIndex, only?: string): Collision[] {
  const checked = index.articles.filter(({ slug }) => only === undefined || slug === only);
  return checked.flatMap(({ slug, signatures }) =>
    signatures.map(toConditional).flatMap((declared, signature): Collision[] => {
      if (declared.role === 'supporting') return [];
      const paste = [declared.line, ...(declared.with ?? [])].join('\n').replace(PLACEHOLDER, '7');
      const { findings } = diagnose(index, paste, { findRow: anyRow });
      const [first] = findings;
      if (findings.some((own) => own.slug === slug && (own === first || own.isShared))) return [];
      return [{ slug, signature, printed: declared.line, ...(first && { other: first.slug }) }];
    }),
  );
}
