import type { Block, BlockPackage, BlockReader } from './block.ts';
import { readRequirement, type Requirement } from './requirement.ts';

/** Names of files that contain requirements, whatever their content looks like. */
const REQUIREMENTS_FILE = /^(?:requirements|constraints)|[._-](?:requirements|constraints)\b|\.in$/;

/** Maximum number of continuation lines; the hashes of a requirement take some dozens. */
const MAX_CONTINUATION_LINES = 2_000;

/** A requirement with its continuation lines joined. */
interface LogicalLine {
  text: string;
  /** Index of the line after it. */
  end: number;
}

/**
 * Reads `pip freeze` and `requirements.txt`: requirements with comments and empty lines between them.
 *
 * A freeze pins every package on one line. Anything else among them makes it a list of requirements, which need not be
 * all that is installed.
 */
export const readRequirements: BlockReader = (lines, start, { name }) => {
  if (isBetween(lines[start] ?? '')) return undefined;
  const requirements = requirementsFrom(lines, start);
  const last = requirements.at(-1);
  if (!last) {
    // A wrapped line is consumed as a whole: reading it again from each of its lines would take quadratic time.
    const { end } = logicalLine(lines, start);
    return end > start + 1 ? { end, notUnderstood: [start] } : undefined;
  }
  const { end } = last;
  const linesOf = (...kinds: Requirement['kind'][]) =>
    requirements.filter(({ kind }) => kinds.includes(kind)).map(({ line }) => line);
  const packages = requirements.flatMap(toPackage);
  const isFile = REQUIREMENTS_FILE.test(name);
  // Single words may be prose, and options without a requirement belong to another program.
  const isProse = linesOf('package', 'reference').length === 0;
  if (isProse && !isFile) return { end, notUnderstood: requirements.map(({ line }) => line) };
  const block: Block = {
    kind: 'requirements',
    end,
    packages,
    notFollowed: linesOf('reference'),
  };
  // pip prints the option `-f` of its configuration above a freeze.
  const isFreeze = requirements.every(({ isPinned, kind }) => isPinned || kind === 'option');
  return isFile || !isFreeze ? block : { ...block, kind: 'pip-freeze', completeFor: 'PyPI' };
};

type LocatedRequirement = Requirement & {
  /** Index of its first line. */
  line: number;
  /** Index of the line after it. */
  end: number;
  /** True for a package with a version and nothing else on one line, as `pip freeze` prints it. */
  isPinned: boolean;
};

/** Returns the consecutive requirements from a line on. */
function requirementsFrom(lines: readonly string[], start: number): LocatedRequirement[] {
  const found: LocatedRequirement[] = [];
  let index = start;
  while (index < lines.length) {
    if (isBetween(lines[index] ?? '')) {
      index += 1;
      continue;
    }
    const { text, end } = logicalLine(lines, index);
    const requirement = readRequirement(withoutComment(text));
    if (!requirement) break;
    const isPackage = requirement.kind === 'package' && requirement.version !== undefined;
    const isPinned = isPackage && end === index + 1 && !text.includes(';');
    found.push({ ...requirement, line: index, end, isPinned });
    index = end;
  }
  return found;
}

function toPackage(requirement: LocatedRequirement): BlockPackage[] {
  if (requirement.kind === 'reference' || requirement.kind === 'option') return [];
  const { kind: _, end: _end, isPinned: _isPinned, ...found } = requirement;
  return [{ ecosystem: 'PyPI', ...found }];
}

/** True for an empty line or a comment. */
function isBetween(line: string): boolean {
  const text = line.trimStart();
  return text === '' || text.startsWith('#');
}

/** Joins lines that end with a backslash. */
function logicalLine(lines: readonly string[], start: number): LogicalLine {
  const parts: string[] = [];
  let index = start;
  for (; index < lines.length && parts.length < MAX_CONTINUATION_LINES; index++) {
    const line = (lines[index] ?? '').trimEnd();
    if (!line.endsWith('\\')) {
      parts.push(line);
      break;
    }
    parts.push(line.slice(0, -1));
  }
  return { text: parts.join(' '), end: Math.min(index + 1, lines.length) };
}

/** A comment begins at the start or after a space; `#egg=` is not one. */
function withoutComment(text: string): string {
  const start = text.search(/(?:^|[ \t])#/);
  return start < 0 ? text : text.slice(0, start);
}
