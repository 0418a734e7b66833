import { packageNamed, type KnownPackage, type KnownProject } from './projects.ts';
import { runStart } from './text.ts';

/** A version specifier of a package of the library, such as `numpy>=2.0,<2.1`. */
export interface Specifier {
  of: KnownPackage;
  /** As the source has it, without spaces. */
  text: string;
  line: number;
}

const CLAUSES =
  /(?:[<>=!~]=|[<>])\s?\d[\w.*+!]{0,30}(?:\s?,\s?(?:[<>=!~]=|[<>])\s?\d[\w.*+!]{0,30}){0,3}/g;

/** Maximum length of a package name that is looked at. */
const MAX_NAME_LENGTH = 60;

/** Finds version specifiers. Versions that sentences name in words are not read. */
export function findSpecifiers(
  lines: readonly { number: number; text: string }[],
  projects: readonly KnownProject[],
): Specifier[] {
  return lines.flatMap(({ number, text }) =>
    [...text.matchAll(CLAUSES)].flatMap(({ 0: clauses, index }): Specifier[] => {
      const end = text.charAt(index - 1) === ' ' ? index - 1 : index;
      const name = text.slice(runStart(text, end, /[\w.-]/, MAX_NAME_LENGTH), end);
      const of = packageNamed(projects, name);
      if (!of) return [];
      const bare = clauses.replace(/\s/g, '').replace(/\.$/, '');
      return [{ of, text: `${name}${bare}`, line: number }];
    }),
  );
}
