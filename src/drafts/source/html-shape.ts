/** A page deeper or larger than this was not made for reading; the ways through its tree are no longer linear. */
const MAX_DEPTH = 250;
const MAX_TAGS = 40_000;

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/g;

/** Elements without content, and those whose end may be left out. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(
    ' ',
  ),
);

/** True for a page whose tree may be built: not too many elements, and not too deep as far as its tags tell. */
export function isOrdinaryPage(html: string): boolean {
  let depth = 0;
  let tags = 0;
  for (const [, end, tag = ''] of html.matchAll(TAG)) {
    if (++tags > MAX_TAGS) return false;
    if (FLAT.has(tag.toLowerCase())) continue;
    depth = end ? Math.max(depth - 1, 0) : depth + 1;
    if (depth > MAX_DEPTH) return false;
  }
  return true;
}

/** True for a tree that is deeper than its tags told: where an end is missing, what follows is inside. */
export function isTooDeep(root: Document): boolean {
  const depths = new Map<Element, number>();
  for (const element of root.querySelectorAll('*')) {
    const depth = ((element.parentElement && depths.get(element.parentElement)) ?? 0) + 1;
    if (depth > MAX_DEPTH) return true;
    depths.set(element, depth);
  }
  return false;
}

/** The text between the tags of a page that is not ordinary, without scripts and styles. */
export function withoutTags(html: string): string {
  const parts: string[] = [];
  let skipped: string | undefined;
  for (const piece of html.split('<')) {
    const end = piece.indexOf('>');
    const tag = (/^\/?[a-zA-Z][a-zA-Z0-9-]*/.exec(piece)?.[0] ?? '').toLowerCase();
    if (skipped) {
      if (tag !== `/${skipped}`) continue;
      skipped = undefined;
    } else if (tag === 'script' || tag === 'style') {
      skipped = tag;
      continue;
    }
    const isDeclared = /^[!?]/.test(piece);
    if (end < 0) parts.push(tag === '' && !isDeclared ? piece : '');
    else if (tag === '') parts.push(isDeclared ? piece.slice(end + 1) : piece);
    else parts.push(/^\/?(?:p|div|br|li|tr|pre|h\d)$/.test(tag) ? '\n' : '', piece.slice(end + 1));
  }
  return parts.join('');
}
