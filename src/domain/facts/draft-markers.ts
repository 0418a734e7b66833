/** Begins every text that the author of a draft still has to write; no finished article contains it. */
export const DRAFT_MARK = 'TODO-DRAFT';

/** A comment on a fact of a draft that its author has to check: `# read: line 42 # check`. */
export const UNCHECKED = /#\s?check\b(?:: (.*))?/;

/** Begins each line of the front matter that is a note to the author of a draft; no finished article contains one. */
export const NOTE = '#>';
