/** A slug stands in addresses; a longer one is cut at a word. */
const MAX_LENGTH = 60;

/** Words without which a slug says the same. */
const SMALL = new Set(
  'a an the of in on at to for from with and or by is are was be when while after before this that it its as into using via does do not'.split(
    ' ',
  ),
);

/**
 * A slug made of Latin words: the project's id, then the words of the title that are letters and digits.
 *
 * @param title in any language; what is left of a Chinese one are names and versions
 * @param spare words for a title that has too few
 */
export function slugOf(project: string, title: string, spare: readonly string[]): string {
  const words = wordsOf(title);
  const all = words.length >= 2 ? words : [...words, ...spare.flatMap(wordsOf)];
  const kept: string[] = [project];
  for (const word of all) {
    if (project.split('-').includes(word) || kept.includes(word)) continue;
    if ([...kept, word].join('-').length > MAX_LENGTH) break;
    kept.push(word);
  }
  return kept.length > 1 ? kept.join('-') : `${project}-fault`;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`"]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word.length <= 40 && !SMALL.has(word));
}

/** The slug, or the slug with the first number behind it that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
