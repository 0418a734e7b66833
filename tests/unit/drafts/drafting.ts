import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { factsSchema, projectSchema } from '../../../src/domain/facts/facts.ts';
import { decodeSource } from '../../../src/drafts/decode-source.ts';
import type { GivenFacts } from '../../../src/drafts/draft-facts.ts';
import { extractFacts } from '../../../src/drafts/extract-facts.ts';
import { knownProjects } from '../../../src/drafts/projects.ts';
import { readSource } from '../../../src/drafts/read-source.ts';
import { writeDraft } from '../../../src/drafts/write-draft.ts';
import { parseYaml, readFrontMatter } from '../../../src/content/read/front-matter.ts';
import { findDraftMarkers } from '../../../src/content/validate/find-draft-markers.ts';
import { validateArticle } from '../../../src/content/validate/validate-article.ts';

export const root = path.resolve(import.meta.dirname, '../../..');

/** Sources as writers have them; their texts and faults are invented. */
export const SOURCES = path.join(root, 'tests/fixtures/sources');

const PROJECTS = path.join(root, 'content/projects');

/** The projects of the library. */
export const projects = knownProjects(
  new Map(
    readdirSync(PROJECTS).map((file) => {
      const { data } = parseYaml(readFileSync(path.join(PROJECTS, file), 'utf8'));
      return [path.basename(file, '.yaml'), projectSchema.parse(data)];
    }),
  ),
);

/** Returns the text of a fixture. */
export const sourceText = (file: string) => decodeSource(readFileSync(path.join(SOURCES, file)));

/** Extracts the facts of a text. */
export const extract = (text: string, given: GivenFacts = {}) =>
  extractFacts(readSource(text), projects, given);

/** Drafts an article from a text. */
export function draftFrom(text: string) {
  return writeDraft(extract(text), { id: 'KF-0999', today: '2026-11-21' });
}

/** Asserts that the draft of a text has valid facts and an accepted text, and that every unsure field is marked. */
export function assertValidDraft(text: string): void {
  const { text: file, unsure } = draftFrom(text);
  const { data, body, bodyLine } = readFrontMatter(file);
  const { project } = factsSchema.parse(data);
  assert.ok(projects.some(({ id }) => id === project));
  assert.deepEqual(validateArticle(body).violations, []);
  const marked = findDraftMarkers('en.mdx', file, bodyLine).map(({ field }) => field);
  const facts = marked.filter((field) => field !== 'text' && field !== 'front matter');
  assert.deepEqual(new Set(facts), new Set(unsure));
}

/** Returns the JSON of an issue of Cython. */
export function issueJson(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({
    title: 'Cython crashes on import',
    body: 'It crashes.',
    url: 'https://github.com/cython/cython/issues/90001',
    state: 'OPEN',
    ...fields,
  });
}
