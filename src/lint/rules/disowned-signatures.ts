import type { MdastNode } from 'satteri';
import type { LibraryArticle } from '../../content/read/library-model.ts';
import { nodesOf, type SectionBlock } from '../../content/tree.ts';
import { localization } from '../../diagnosis/clean/localized/localization.ts';
import { readPaste } from '../../diagnosis/clean/read-paste.ts';
import type { OpenIndex, OpenSignature } from '../../diagnosis/index/open-index.ts';
import { conditionsHold } from '../../diagnosis/match/conditions.ts';
import { makesClaim } from '../../diagnosis/decide/resolve-names.ts';
import type { RowFinder } from '../../domain/lookup/find-row.ts';
import { findMatches } from '../../diagnosis/match/find-matches.ts';
import { advice, quote, type LintMessage } from '../lint-message.ts';

/**
 * Reports signatures that match what the section *Similar errors* of the same article attributes to another fault.
 *
 * @param index of the article alone
 * @param findRow finds names in the tables of the library
 */
export function checkDisownedSignatures(
  { facts, text }: LibraryArticle,
  blocks: readonly SectionBlock[],
  index: OpenIndex,
  findRow: RowFinder,
): LintMessage[] {
  const descriptions = blocks
    .filter(({ section }) => section === 'look-alikes')
    .flatMap(({ block }) => descriptionsIn(block));
  const disowned = new Map<OpenSignature, string>();
  for (const codes of descriptions) {
    for (const [signature, code] of claimsIn(codes, index, findRow)) disowned.set(signature, code);
  }
  return [...disowned].map(([{ declared }, code]) =>
    advice({
      file: text.file,
      line: text.lineOf(['signatures', facts.signatures.indexOf(declared)]),
      rule: 'signatures',
      found: `a signature that matches what _Similar errors_ says about another fault: ${quote(code)}`,
      wanted: 'a line that only this fault prints, or a condition (`with`, `unless`)',
    }),
  );
}

/** Returns the code spans and code blocks of each similar error: of each item of a list, or of a whole block. */
function descriptionsIn(block: MdastNode): string[][] {
  const parts = block.type === 'list' ? (block.children as MdastNode[]) : [block];
  return parts.map((part) =>
    [...nodesOf(part)].flatMap(({ node }) =>
      node.type === 'inlineCode' || node.type === 'code' ? [node.value] : [],
    ),
  );
}

/** Returns the signatures that make a claim about one of the codes, if all of them are printed together. */
function claimsIn(
  codes: readonly string[],
  index: OpenIndex,
  findRow: RowFinder,
): [OpenSignature, string][] {
  const pastes = codes.map((code) => readPaste(code, localization).lines);
  const holds = conditionsHold(pastes.flat());
  return codes.flatMap((code, position) =>
    findMatches(pastes[position] ?? [], index)
      .filter((match) => makesClaim(match, pastes[position] ?? [], findRow))
      .filter(({ signature, share }) => share === 1 && !signature.isSupporting && holds(signature))
      .map(({ signature }): [OpenSignature, string] => [signature, code]),
  );
}
