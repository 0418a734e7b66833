import type { Block, BlockReader, BlockPackage } from './block.ts';
import { readRequirement } from './requirement.ts';

/** Files that are requirements whatever stands in them. */
const REQUIREMENTS_FILE = /^(?:requirements|constraints)|[._-](?:requirements|constraints)\b|\.in$/;

/** A longer requirement has no end: its hashes alone are some dozens of lines. */
const MAX_CONTINUATION = 2_000;

/** A requirement over all its lines. */
interface LogicalLine {
  text: string;
  /** Index of the first line behind it. */
  end: number;
}

/**
 * `pip freeze`, `requirements.txt`: a run of requirements, with comments and empty lines between them.
 *
 * A freeze pins every package on a line of its own; with anything else among them it is what somebody wishes for,
 * which need not be all that is installed.
 */
export const readRequirements: BlockReader = (lines, at, { name }) => {
  if (isBetween(lines[at] ?? '')) return undefined;
  const packages: BlockPackage[] = [];
  const notFollowed: number[] = [];
  const bare: number[] = [];
  const read: number[] = [];
  let isWish = false;
  let end = at;
  for (let index = at; index < lines.length;) {
    if (isBetween(lines[index] ?? '')) {
      index += 1;
      continue;
    }
    const line = logicalLine(lines, index);
    const requirement = readRequirement(withoutComment(line.text));
    if (!requirement) {
      // Taken away whole: read again from its next line, each would cost as much as all of it.
      if (index === at && line.end > at + 1) return { end: line.end, notUnderstood: [at] };
      break;
    }
    read.push(index);
    if (requirement.kind === 'reference') notFollowed.push(index);
    if (requirement.kind === 'bare') bare.push(index);
    if (requirement.kind === 'bare' || requirement.kind === 'package') {
      packages.push({ ...found(requirement), line: index });
    }
    isWish ||= requirement.kind !== 'package' || requirement.version === undefined;
    isWish ||= line.end > index + 1 || line.text.includes(';');
    index = line.end;
    end = index;
  }
  if (end === at) return undefined;
  const isFile = REQUIREMENTS_FILE.test(name);
  // Words alone on their lines are words, and options without a requirement are something else's.
  if (bare.length === packages.length && notFollowed.length === 0 && !isFile) {
    return { end, notUnderstood: read };
  }
  const block: Block = { kind: 'requirements', end, packages, notFollowed };
  return isWish || isFile ? block : { ...block, kind: 'pip-freeze', completeFor: 'PyPI' };
};

function found(requirement: { name: string; version?: string }): Omit<BlockPackage, 'line'> {
  const { name, version } = requirement;
  return { ecosystem: 'PyPI', name, ...(version !== undefined && { version }) };
}

function isBetween(line: string): boolean {
  const text = line.trimStart();
  return text === '' || text.startsWith('#');
}

/** Joins the lines that end with a backslash. */
function logicalLine(lines: readonly string[], at: number): LogicalLine {
  const parts: string[] = [];
  let index = at;
  for (; index < lines.length && parts.length < MAX_CONTINUATION; index++) {
    const line = (lines[index] ?? '').trimEnd();
    if (!line.endsWith('\\')) {
      parts.push(line);
      break;
    }
    parts.push(line.slice(0, -1));
  }
  return { text: parts.join(' '), end: Math.min(index + 1, lines.length) };
}

/** A comment begins at the start or behind a space: `#egg=` is none. */
function withoutComment(text: string): string {
  const at = text.search(/(?:^|[ \t])#/);
  return at < 0 ? text : text.slice(0, at);
}
