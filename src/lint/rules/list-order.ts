import { builds, platforms } from '../../domain/vocabulary.ts';
import { listEdit, listsIn } from '../front-matter-lists.ts';
import { advice, type LintMessage } from '../lint-message.ts';
import { lineAt } from '../positions.ts';

type Order = 'alphabetical' | 'as written' | readonly string[];

/** Order of the values of each field; a list is the order itself. */
const ORDERS: Readonly<Record<string, Order>> = {
  platforms,
  builds,
  related: 'alphabetical',
  seen_in: 'as written',
};

/**
 * Reports lists in the front matter that repeat a value or are not in order.
 *
 * @param source the whole article
 */
export function checkListOrder(file: string, source: string): LintMessage[] {
  return [...listsIn(source, Object.keys(ORDERS))].flatMap(([field, { items, start }]) => {
    const wanted = inOrder([...new Set(items)], ORDERS[field] ?? 'as written');
    if (wanted.join() === items.join()) return [];
    const edit = listEdit(source, field, wanted);
    return [
      advice({
        file,
        line: lineAt(source, start),
        rule: 'lists',
        found: `${field}: [${items.join(', ')}]`,
        wanted: `[${wanted.join(', ')}]`,
        ...(edit ? { edit } : {}),
      }),
    ];
  });
}

function inOrder(items: readonly string[], order: Order): readonly string[] {
  if (order === 'as written') return items;
  if (order === 'alphabetical') return items.toSorted();
  const rank = (item: string) => (order.includes(item) ? order.indexOf(item) : order.length);
  return items.toSorted((a, b) => rank(a) - rank(b));
}
