import { readInventory } from '../audit/inventory/read-inventory.ts';
import { readEnvironment } from '../diagnosis/read-environment.ts';
import { readPaste } from '../diagnosis/clean/read-paste.ts';
import { normalizeName } from '../domain/versions/package-name.ts';
import type { Build, Platform } from '../domain/vocabulary.ts';
import type { CodeBlock } from './find-code.ts';

/** The environment in which the fault was seen. */
export interface SeenEnvironment {
  /** `3.13` or `3.13.1`. */
  python?: string;
  platform?: Platform;
  build?: Build;
  /** Versions by normalized package name. */
  packages: ReadonlyMap<string, string>;
}

/** Fields of a form, such as `- Python version: 3.13` and `Platform: macOS-14.5-arm64`. */
const FIELD =
  /^[\s*•-]{0,8}(?:os|operating system|platform|system|python)\b[^:=]{0,30}[:=]\s{0,4}\S/i;

/** Headings below which a report describes the environment. */
const HEADING = /^#{1,6}\s/;
const ENVIRONMENT = /version|environment|platform|\bos\b|python/i;
const MAX_HEADING_LENGTH = 80;

/**
 * Reads the environment from output, from lists of packages, and from the fields of a form. Sentences are not read: they
 * may be about any environment.
 */
export function findEnvironment(
  code: readonly CodeBlock[],
  prose: readonly { text: string }[],
): SeenEnvironment {
  const output = code.map(({ text }) => text);
  const paste = [...fieldsOf(prose), ...output].join('\n');
  const printed = readEnvironment(readPaste(paste).lines);
  const listed = readInventory(output.map((text) => ({ text })));
  const python = listed.python ?? printed.python;
  const platform = listed.platform ?? printed.platform;
  const build = listed.build ?? printed.build;
  const packages = new Map(Object.entries(printed.packages));
  for (const { name, version } of listed.packages) {
    if (version !== undefined) packages.set(normalizeName(name), version);
  }
  return {
    ...(python !== undefined && { python }),
    ...(platform && { platform }),
    ...(build && { build }),
    packages,
  };
}

/** Returns the fields of a form as `label: value`, and the lines below headings such as `### Environment`. */
function fieldsOf(prose: readonly { text: string }[]): string[] {
  let heading: string | undefined;
  return prose.flatMap(({ text }) => {
    if (HEADING.test(text)) {
      const isEnvironment = text.length <= MAX_HEADING_LENGTH && ENVIRONMENT.test(text);
      heading = isEnvironment ? text.replace(/^#+\s/, '') : undefined;
      return [];
    }
    if (heading !== undefined) return [text.trim(), `${heading}: ${text.trim()}`];
    return FIELD.test(text) ? [text.trim()] : [];
  });
}
