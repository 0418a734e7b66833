import { toConditional, type Signature } from '../../domain/facts/signature.ts';
import { compilePattern, type Pattern } from '../match/pattern.ts';
import { INDEX_VERSION, type DiagnosisIndex, type IndexedArticle } from './diagnosis-index.ts';
import { compileSignatures, decodeWeights } from './word-weights.ts';

/** A signature, compiled. */
export interface OpenSignature {
  article: IndexedArticle;
  declared: Signature;
  pattern: Pattern;
  /** The weight of each word of the pattern. */
  weights: readonly number[];
  /** Sum of the weights: how specific the signature is. */
  total: number;
  isSupporting: boolean;
  /** The placeholder whose name has to be in the table of the article. */
  placeholder?: string | undefined;
  with: readonly Pattern[];
  unless: readonly Pattern[];
}

/** An index, compiled. */
export interface OpenIndex {
  /** Signatures by their anchor: the heaviest complete word, which every line with the signature has. */
  byAnchor: ReadonlyMap<string, readonly OpenSignature[]>;
  packages: ReadonlySet<string>;
}

const opened = new WeakMap<DiagnosisIndex, OpenIndex>();

/**
 * Compiles an index, once.
 *
 * @throws {Error} if it has another version than `INDEX_VERSION`
 */
export function openIndex(index: DiagnosisIndex): OpenIndex {
  const known = opened.get(index);
  if (known) return known;
  if (index.version !== INDEX_VERSION) {
    throw new Error(`The index has version ${index.version}; expected ${INDEX_VERSION}`);
  }
  const compiled = compile(index);
  opened.set(index, compiled);
  return compiled;
}

function compile(index: DiagnosisIndex): OpenIndex {
  const signatures = index.articles.flatMap((article) =>
    compileSignatures(article.signatures).map(({ declared, pattern }) => {
      const { role, ...conditions } = toConditional(declared);
      return {
        article,
        declared,
        pattern,
        isSupporting: role === 'supporting',
        placeholder: role === 'supporting' ? undefined : article.lookup?.key,
        with: (conditions.with ?? []).map(compilePattern),
        unless: (conditions.unless ?? []).map(compilePattern),
      };
    }),
  );
  const words = signatures.map(({ pattern }) => pattern.words.map(({ text }) => text));
  const weightOf = decodeWeights(words, index.weights);
  const byAnchor = new Map<string, OpenSignature[]>();
  for (const signature of signatures) {
    const weights = signature.pattern.words.map(({ text }) => weightOf.get(text) ?? 0);
    const anchor = anchorOf(signature.pattern, weights);
    if (anchor === undefined) continue;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const anchored = byAnchor.get(anchor);
    const open = { ...signature, weights, total };
    if (anchored) anchored.push(open);
    else byAnchor.set(anchor, [open]);
  }
  return { byAnchor, packages: new Set(index.packages) };
}

/** Returns the heaviest complete word, the first of equally heavy ones; `undefined` if there is no complete word. */
function anchorOf({ words }: Pattern, weights: readonly number[]): string | undefined {
  let anchor: string | undefined;
  let heaviest = -1;
  words.forEach(({ text, isComplete }, index) => {
    const weight = weights[index] ?? 0;
    if (!isComplete || weight <= heaviest) return;
    anchor = text;
    heaviest = weight;
  });
  return anchor;
}
