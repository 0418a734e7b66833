/** Ends of clauses: a sentence, and the words before what was found instead of what is required. */
const CLAUSE = /(?<=[.;!?]) | (?=but )|[,(] ?(?=(?:but|got|found|you have|detected|running) )/i;

/**
 * Clauses about what is required, available or conceivable as a whole: of resolvers, which name the candidates too, and those
 * with the version before the verb.
 */
const HYPOTHETICAL = new RegExp(
  [
    String.raw`\bdepends? on\b|\bbecause\b|\bconflict|\bconclude\b|\brequested\b|\bsatisf(?:y|ies)\b`,
    String.raw`\bno matching distribution\b|\bnot a supported wheel\b|\bignored the following\b|\brequires-python\b`,
    String.raw`\d (?:and|or) (?:above|earlier|greater|higher|later|less|lower|newer|older|up)\b|\d\+`,
    String.raw`\d (?:is|are) (?:deprecated|needed|no longer|not supported|recommended|required|supported|unsupported)\b`,
    String.raw`\d (?:adds?|added|changed|deprecates|drops?|dropped|introduced|removed|removes)\b`,
  ].join('|'),
  'i',
);

/** Words after which a clause is about what is required, supported or advised. */
const REQUIREMENT = new RegExp(
  String.raw`\b(?:${[
    'at (?:least|most)|allowed|allows|as of|available|before|below|built (?:against|for|with)|compatible|compiled',
    'deprecated|downgrade|e\\.g\\.|example|expected|expects|added in|introduced in|removed in|(?<!not )(?<!cannot )install|instead of',
    'linked against|made for|maximum|minimum|must|need|needed|needs|newer than|older than|only|please|prior to',
    'require|required|requires|should|since|such as|support|supported|supports|to support|try|until|up to|upgrade|use',
  ].join('|')})\b`,
  'i',
);

/** `expected NumPy 1.26, got 2.2`: the name is not repeated. */
const FOUND_VERSION =
  /(?<![\w-])([A-Za-z]\w{1,40}) (v?\d[\w.]{0,20}),? (?:but )?(got|found|have|you have) (?=v?\d)/gi;

/** Of pip, about the interpreter that runs it. */
const OWN_PYTHON = /\brequires a different Python: /i;

/** Of pip, about a package that is installed. */
const INSTALLED = /^Requirement already satisfied: /;

/**
 * Removes from a line what is required, supported or advised, so that the rest is about the machine that printed it: of
 * `Numba needs NumPy 2.1 or less. Got NumPy 2.2.` the second sentence remains. Paths remain, since they exist.
 */
export function withoutRequirements(line: string): string {
  const isAboutMachine = !REQUIREMENT.test(line) && !HYPOTHETICAL.test(line);
  if (isAboutMachine || INSTALLED.test(line)) return line;
  return line
    .replace(FOUND_VERSION, '$1 $2 but $3 $1 ')
    .split(CLAUSE)
    .map(withoutRequirement)
    .join(' ')
    .trim();
}

function withoutRequirement(clause: string): string {
  const own = OWN_PYTHON.exec(clause);
  if (own) return `Python: ${clause.slice(own.index + own[0].length).split(' ')[0]}`;
  if (HYPOTHETICAL.test(clause)) return pathsIn(clause);
  const start = REQUIREMENT.exec(clause)?.index;
  return start === undefined ? clause : clause.slice(0, start) + pathsIn(clause.slice(start));
}

/** A wheel that cannot be installed is of another machine. */
function pathsIn(text: string): string {
  return text
    .split(' ')
    .filter((word) => /[/\\]/.test(word) && !word.includes('.whl'))
    .join(' ');
}
