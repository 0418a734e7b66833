import { isFrame } from '../diagnosis/clean/frames.ts';
import { tokenize } from './tokens.ts';
import { isBoilerplate } from './term-weights.ts';
import { cleanLine } from '../diagnosis/clean/clean-line.ts';
import type { CodeBlock } from './find-code.ts';
import type { Found } from './found.ts';
import { toSignature } from './placeholders.ts';
import { isFailure, isMessage } from './printed-lines.ts';
import { quotationsIn } from './text.ts';

/** Maximum number of signatures proposed (chosen). */
const MAX_SIGNATURES = 4;

/** Maximum number of lines read of a block. */
const MAX_BLOCK_LINES = 4_000;

const MIN_SIGNATURE_LENGTH = 8;

/** Lines that tools print for any failure. */
const GENERAL =
  /^(?:subprocess\.)?CalledProcessError|^error: command |^error: linking with|Failed building wheel|metadata-generation-failed|subprocess-exited-with-error|^error: legacy-install|could not compile [`']|aborting due to|^ERROR: (?:Could not build wheels|Failed to build)|returned non-zero exit|did not run successfully|^Cython\.Compiler\.Errors\.CompileError|ld returned 1 exit status|linker command failed|^LINK : fatal error LNK1120|^RuntimeError: CUDA error|^KeyboardInterrupt|ninja: build stopped|^make(?:\[\d\])?: \*\*\*|^error: the following required arguments/;

const PANIC = /^thread '[^']{1,80}' (?:\(\d+\) )?panicked at [^']{1,200}:$/;

/** Chinese text and punctuation, between which a message may be quoted without quotation marks. */
const CHINESE = /[\u3000-\u303f\p{Script=Han}\uff00-\uffef“”]+/u;

/** Languages of blocks that hold output. */
const OUTPUT = new Set(['message', 'console', 'text']);

/**
 * Finds the lines by which the fault may be recognized: printed in output, which is certain, or quoted in the text. Failures
 * come before warnings.
 *
 * @param prose lines of the source without code, with their numbers
 */
export function findSignatures(
  code: readonly CodeBlock[],
  prose: readonly { number: number; text: string }[],
): Found<string>[] {
  const found = new Map<string, Found<string> & { isFailure: boolean }>();
  const add = (printed: string, line: number, isSure: boolean) => {
    const value = toSignature(printed);
    const isKnown = [...found.keys()].some((signature) => signature.includes(value));
    if (isKnown || !isSpecific(value)) return;
    found.set(value, { value, read: `line ${line}`, isSure, isFailure: isFailure(printed) });
  };
  for (const { language, text, textLine } of code) {
    if (!OUTPUT.has(language)) continue;
    const lines = text.split('\n', MAX_BLOCK_LINES).map(cleanLine);
    for (const [index, line] of lines.entries()) {
      if (PANIC.test(line)) add(lines[index + 1] ?? '', textLine + index + 1, true);
      else if (isMessage(line) && !isFrame(line)) add(line, textLine + index, true);
    }
  }
  for (const { number, text } of prose) {
    for (const quoted of [
      ...quotationsIn(text),
      ...text.split(CHINESE).map((part) => part.trim()),
    ]) {
      if (quoted !== text && isFailure(quoted)) add(quoted, number, false);
    }
  }
  return [...found.values()]
    .sort((a, b) => Number(b.isFailure) - Number(a.isFailure))
    .slice(0, MAX_SIGNATURES)
    .map(({ isFailure: _, ...signature }) => signature);
}

/** Returns false for lines that any failing build or program prints, and for lines of placeholders only. */
function isSpecific(signature: string): boolean {
  if (signature.length < MIN_SIGNATURE_LENGTH || GENERAL.test(signature)) return false;
  const tokens = tokenize(signature, true);
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'name');
  return words.length >= 2 && !isBoilerplate(tokens);
}
