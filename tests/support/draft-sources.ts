import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectSchema } from '../../src/domain/facts/facts.ts';
import { parseYaml } from '../../src/content/read/front-matter.ts';
import { draftOf, writeDraft } from '../../src/drafts/draft.ts';
import { decodeSource } from '../../src/drafts/source/decode.ts';
import { readSource } from '../../src/drafts/source/source.ts';
import { namesOf } from '../../src/drafts/versions/known-project.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Sources as writers have them; their texts are made up. */
export const SOURCES = path.join(root, 'tests/fixtures/sources');

/** Names of the projects of the library. */
export const names = namesOf(
  new Map(
    readdirSync(path.join(root, 'content/projects')).map((file) => {
      const { data } = parseYaml(readFileSync(path.join(root, 'content/projects', file), 'utf8'));
      return [path.basename(file, '.yaml'), projectSchema.parse(data)];
    }),
  ),
  new Map(),
);

/** The text of a source. */
export function sourceText(file: string): string {
  return decodeSource(readFileSync(path.join(SOURCES, file)));
}

/** A draft of a text. */
export const draftOfText = (text: string) => draftOf(readSource(text), names, {});

/** The same with what it would say in the file. */
export function draftFrom(text: string) {
  const draft = draftOfText(text);
  return { ...draft, ...writeDraft(draft, 'KF-0999', '2026-11-21') };
}
