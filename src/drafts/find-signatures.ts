import { isFrame } from '../diagnosis/clean/frames.ts';
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

/** Lines that tools and interpreters print for any failure. */
const GENERAL: readonly RegExp[] = [
  /^(?:subprocess\.)?CalledProcessError|^error: command |did not run successfully|returned non-zero exit/,
  /^error: linking with|could not compile [`']|aborting due to/,
  /^ERROR: (?:Could not build wheels|Failed to build)|Failed building wheel|^error: legacy-install/,
  /metadata-generation-failed|subprocess-exited-with-error|^Cython\.Compiler\.Errors\.CompileError/,
  /ld returned 1 exit status|linker command failed|^LINK : fatal error LNK1120/,
  /ninja: build stopped|^make(?:\[\d\])?: \*\*\*|^error: the following required arguments/,
  /^Fatal Python error: (?:Aborted|Bus error|Illegal instruction|Segmentation fault)$/,
  /^Windows fatal exception: access violation|^terminate called after throwing an instance of 'std::/,
  /^(?:KeyError|KeyboardInterrupt|RuntimeError: CUDA error)\b|^FileNotFoundError: .{1,60}: '<path>/,
];

const PLACEHOLDER = /<[^<>]{1,40}>/g;

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
  const words = signature.replace(PLACEHOLDER, ' ').match(/[\p{L}_]{2,}/gu) ?? [];
  return (
    signature.length >= MIN_SIGNATURE_LENGTH &&
    words.length >= 2 &&
    !GENERAL.some((form) => form.test(signature))
  );
}
