import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { libraryWith, type Edit } from './library-copy.ts';

/** The article that gets a lookup. */
export const HANG = 'content/articles/demo-hang/en.mdx';
export const HANG_ZH = 'content/articles/demo-hang/zh.mdx';

export const TABLE = `title: { en: Looms, zh: 织机 }
columns:
  loom:
    kind: key
    title: { en: Loom, zh: 织机 }
    source: https://weaver.example/names
    checked: 2026-01-02
  since:
    kind: text
    title: { en: Since, zh: 始于 }
    source: https://weaver.example/names
    checked: 2026-01-02
rows:
  - { id: jacquard, name: Jacquard, loom: [jacquard.so], since: '2.0' }
  - { id: dobby, name: Dobby, loom: [dobby.so] }
`;

export const BROKEN = 'weaving stopped: <loom> jammed';
export const LOOKUP = '{ table: looms, key: loom, answers: ["Replace {name}."] }';

/** Gives the English article a signature and a lookup. */
export const withLookup = (signature: string, lookup: string): Edit => ({
  file: HANG,
  from: 'cause:',
  to: `signatures: ["${signature}"]\nlookup: ${lookup}\ncause:`,
});

/** Gives the translation the answer of the lookup. */
export const translatedAnswer = (answer: string): Edit => ({
  file: HANG_ZH,
  from: 'source:',
  to: `lookup: { answers: ["${answer}"] }\nsource:`,
});

/** Copies the fixture library, edits it, and adds a table; see `libraryWith`. Returns the folder. */
export function libraryWithTable(table: string, ...edits: Edit[]): string {
  const root = libraryWith(...edits);
  mkdirSync(path.join(root, 'content/tables'));
  writeFileSync(path.join(root, 'content/tables/looms.yaml'), table);
  return root;
}
