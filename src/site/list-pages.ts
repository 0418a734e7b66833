/** Rows below one heading of a list. */
export interface ListSection<Row> {
  /** The anchor of the heading. */
  id: string;
  /** Absent if the list has no headings. */
  title?: string;
  rows: readonly Row[];
}

/** The part of a section that is on one page. */
export interface PageSection<Row> extends ListSection<Row> {
  /** Number of rows of the whole section. */
  total: number;
  /** True if the section begins on an earlier page. */
  isContinued: boolean;
}

/** The sections of each page of a list. */
export type ListPages<Row> = readonly PageSection<Row>[][];

/** Number of rows on a page of a list; chosen: about five screens of a phone. */
const PAGE_SIZE = 50;

/**
 * Divides a list into pages. A section that does not fit continues on the next page. Sections without rows are left out;
 * a list without rows has one page.
 */
export function divideIntoPages<Row>(
  sections: readonly ListSection<Row>[],
  pageSize = PAGE_SIZE,
): ListPages<Row> {
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const count = Math.max(1, Math.ceil(total / pageSize));
  return Array.from({ length: count }, (_, index) =>
    sectionsBetween(sections, index * pageSize, (index + 1) * pageSize),
  );
}

/** Returns the rows from position `from` to before `to`, counted over all sections. */
function sectionsBetween<Row>(
  sections: readonly ListSection<Row>[],
  from: number,
  to: number,
): PageSection<Row>[] {
  let offset = 0;
  return sections.flatMap((section) => {
    const total = section.rows.length;
    const [start, end] = [Math.max(0, from - offset), Math.max(0, to - offset)];
    offset += total;
    const rows = section.rows.slice(start, end);
    return rows.length > 0 ? [{ ...section, rows, total, isContinued: start > 0 }] : [];
  });
}

/** Returns every section of a list, with the number of the page on which it begins. */
export function sectionStarts<Row>(pages: ListPages<Row>) {
  return pages.flatMap((sections, index) =>
    sections
      .filter(({ isContinued }) => !isContinued)
      .map(({ id, title, total }) => ({ id, title, total, page: index + 1 })),
  );
}

/** Number of pages on each side of the current one that have a link. */
const NEIGHBORS = 1;

/**
 * Returns the pages that a page links, in order: the first, the last, and its neighbors; `undefined` stands for two or
 * more pages in between.
 */
export function linkedPages(current: number, count: number): (number | undefined)[] {
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - current) <= NEIGHBORS,
  );
  return shown.flatMap((page, index) => {
    const skipped = page - (shown[index - 1] ?? 0) - 1;
    if (skipped === 0) return [page];
    return skipped === 1 ? [page - 1, page] : [undefined, page];
  });
}
