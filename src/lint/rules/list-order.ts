import { builds, platforms } from '../../domain/vocabulary.ts';
import { listEdit, listsIn } from '../front-matter-lists.ts';
import { lineAt } from '../positions.ts';
import { advice, type Remark } from '../remark.ts';

/** Order of each list in the facts: that of a vocabulary, alphabetical, or none. */
const ORDERS: Readonly<Record<string, 'letters' | 'none' | readonly string[]>> = {
  platforms,
  builds,
  related: 'letters',
  seen_in: 'none',
};

/** Reports lists with duplicates or in the wrong order. */
export function listRemarks(file: string, source: string): Remark[] {
  return [...listsIn(source, Object.keys(ORDERS))].flatMap(([field, list]) => {
    const order = ORDERS[field] ?? 'none';
    const unique = [...new Set(list.words)];
    const wanted = order === 'none' ? unique : inOrder(unique, order);
    if (wanted.join() === list.words.join()) return [];
    const edit = listEdit(source, field, wanted);
    return [
      advice({
        file,
        line: lineAt(source, list.start),
        rule: 'lists',
        found: `${field}: [${list.words.join(', ')}]`,
        wanted: `[${wanted.join(', ')}]`,
        ...(edit ? { edit } : {}),
      }),
    ];
  });
}

function inOrder(words: readonly string[], order: 'letters' | readonly string[]): string[] {
  if (order === 'letters') return [...words].sort();
  const place = (word: string) => (order.includes(word) ? order.indexOf(word) : order.length);
  return [...words].sort((a, b) => place(a) - place(b));
}
