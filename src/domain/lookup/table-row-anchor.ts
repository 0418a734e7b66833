/** Returns the anchor of a row on the page of its table. No section of an article has such an anchor. */
export const tableRowAnchor = (id: string): string => `row-${id}`;
