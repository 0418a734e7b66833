/** Maximum length of a proposed slug; a longer one is cut at a word. */
const MAX_LENGTH = 60;

const MAX_WORD_LENGTH = 40;

/** Words that say nothing in a slug. */
const STOP_WORDS = new Set(
  'a an the of in on at to for from with and or by is are was be when while after before this that it its as into using via does do not'.split(
    ' ',
  ),
);

/**
 * Makes a slug of the project's id and the Latin words of the title.
 *
 * @param title in any language; only names and versions are left of a Chinese one
 * @param spare texts that supply words if the title has fewer than two
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
    .filter((word) => word !== '' && word.length <= MAX_WORD_LENGTH && !STOP_WORDS.has(word));
}

/** Returns the slug, with the first free number behind it if it is taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
