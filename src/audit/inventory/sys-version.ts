import { readMachine } from '../../domain/environment/read-machine.ts';
import type { BlockMachine } from './block.ts';

/** `3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]`; conda's and free-threaded builds have more before the date. */
const SYS_VERSION =
  /^['"]?(\d\.\d{1,3}\.\d{1,3}\S{0,9} (?:\(|\||experimental |free-threading ).{0,150}\b[A-Z][a-z]{2} [ \d]\d \d{4}\b.{0,200})$/;

/** `sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)` */
const VERSION_INFO = /^sys\.version_info\(major=(\d), minor=(\d{1,3}), micro=(\d{1,3})\b/;

/** A version alone, as pandas before 2.2 prints it. */
const RELEASE = /^(\d\.\d{1,3}\.\d{1,3}\S{0,9}?)(?:\.(?:final|candidate|beta|alpha)\.\d{1,2})?$/;

/** Reads `sys.version` or `sys.version_info`; `undefined` for any other text. */
export function readSysVersion(text: string): BlockMachine | undefined {
  const [, version] = SYS_VERSION.exec(text) ?? [];
  if (version !== undefined) return readMachine([`Python ${version}`]);
  const [, ...numbers] = VERSION_INFO.exec(text) ?? [];
  return numbers.length === 0 ? undefined : { python: numbers.join('.') };
}

/** Reads the value of a field for the version of Python: `3.11.7`, `3.8.18.final.0`, or `sys.version`. */
export function readPythonField(value: string): BlockMachine {
  const [, python] = RELEASE.exec(value) ?? [];
  return python === undefined ? (readSysVersion(value) ?? {}) : { python };
}
