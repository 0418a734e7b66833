/** Stands at the beginning of every text in a draft that its writer still has to write; no finished article has it. */
export const DRAFT_MARK = 'TODO-DRAFT';

/** A comment that marks a fact of a draft whose value its writer still has to look at: `# read: line 42 # check`. */
export const UNCHECKED = /#\s?check\b(?:: (.*))?/;

/** Begins each line of the front matter that is there for the writer of a draft only; no finished article has one. */
export const NOTE = '#>';
