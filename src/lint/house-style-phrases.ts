/** A phrase that our own prose avoids. */
export interface Phrase {
  /** Global; words are separated by `\s+`, since a phrase may span lines. */
  pattern: RegExp;
  /** The wording to use, or advice. */
  wanted: string;
}

/** Phrases that sound translated, metaphors, and words for people or code that name neither. */
export const phrases: readonly Phrase[] = [
  { pattern: /\b(?:hangs?|hung|hanging)\s+on\b/gi, wanted: '"depends on"' },
  {
    pattern: /\bof\s+(?:its|their|your|one's)\s+own\b/gi,
    wanted: '"its own", before the noun',
  },
  { pattern: /\b(?:cures?|cured|curing|mends?|mended|mending)\b/gi, wanted: '"fix"' },
  { pattern: /\bhelps?\s+against\b/gi, wanted: '"fixes"' },
  { pattern: /\blet(?:s|ting)?\s+go\s+of\b/gi, wanted: '"releases"' },
  {
    pattern: /\bmov(?:e|es|ed|ing)\s+to\s+(?:v?\d+(?:\.\w+)*|the\s+version|a\s+later)/gi,
    wanted: '"upgrade to"',
  },
  { pattern: /\bto\s+move\s+to\b/gi, wanted: '"to upgrade to"' },
  { pattern: /\b(?:go|goes|going)\s+back\s+(?:with|to\s+v?\d)/gi, wanted: '"downgrade to"' },
  {
    pattern: /\bfree\s+of\s+(?:it|this|the\s+fault)\b/gi,
    wanted: '"not affected", "no fixed release yet"',
  },
  { pattern: /\bis\s+your\s+fault\b/gi, wanted: '"you have hit this bug"' },
  { pattern: /\bforeign\s+one\b/gi, wanted: '"another program put it there"' },
  { pattern: /\banew\b/gi, wanted: '"again", "recreate"' },
  { pattern: /\bculprits?\b/gi, wanted: '"cause"' },
  { pattern: /\bby\s+way\s+of\b/gi, wanted: '"through"' },
  // In quotes, after `#` or before `:` it is the id of a section or a rule, which does not change.
  { pattern: /(?<!['"`#])\blook-alikes?\b(?!:)/gi, wanted: '"similar errors"' },
  {
    pattern: /\b(?:somebody|anybody|nobody|whoever)\b/gi,
    wanted: 'the person: "the reader", "the caller", "a contributor"',
  },
  {
    pattern: /\bWho\s+(?:asks|comes|has|is|reads|sees|uses|wants|writes)\b/g,
    wanted: 'the person: "A reader who …"',
  },
  { pattern: /\bso\s+(?:many|much)\b/gi, wanted: '"maximum number of", "at most"' },
  { pattern: /\bwhat\s+is\s+(?:not\s+)?known\b/gi, wanted: '"known errors", "unknown errors"' },
  { pattern: /\/\*\*?\s+What\s/g, wanted: 'a verb or a noun: "Returns …", "Dependencies of …"' },
  { pattern: /\bstands\b(?!\s+for\b)/gi, wanted: '"is", "is written", "contains"' },
  {
    pattern:
      /\b(?:can|could|may|must|should|that|they|which)\s+stand\b(?!\s+(?:alone|for|out)\b)/gi,
    wanted: '"be", "occur", "be written"',
  },
  {
    pattern: /(?<!\bthere\s)\b(?:is|are)\s+no\s+(?!longer\b)/gi,
    wanted: '"is not a", "there is no"',
  },
  { pattern: /\bcomes?\s+into\s+question\b/gi, wanted: '"is possible", "applies"' },
  {
    pattern:
      /\b(?:build|check|code|command|digest|eslint|field|file|function|it|lint|list|program|schema|server|table|test)\s+says\b/gi,
    wanted: '"returns", "contains", "prints", "reports"',
  },
  {
    pattern: /\b(?:go|goes|going)\s+by\s+(?:its|the|what|those)\b/gi,
    wanted: '"uses", "depends on"',
  },
  { pattern: /\b(?:holds?|held)\s+(?:\w+\s+){0,4}against\b/gi, wanted: '"compares with"' },
  { pattern: /\brule[sd]?\s+out\s+\d+/gi, wanted: '"do not apply to"' },
];
