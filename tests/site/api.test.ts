import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { AnswersJson, ArticlePageJson } from '../../src/api/response-schemas.ts';
import type { AffectedFacts } from '../../src/domain/affected/evaluate-fault.ts';
import { dist, filesOf } from '../support/built-site.ts';
import { root } from '../support/root.ts';

const api = path.join(dist, 'api/v1');
const files = filesOf(api);
const textOf = (file: string) => readFileSync(path.join(api, file), 'utf8');
const jsonOf = (file: string) => JSON.parse(textOf(file)) as unknown;

/** Which files keep to which schema. */
const answers = [
  { schema: 'articles', pattern: /^articles\.json$/ },
  { schema: 'articles-page', pattern: /^articles\/page\/\d+\.json$/ },
  { schema: 'article', pattern: /^articles\/KF-\d+\.json$/ },
  { schema: 'projects', pattern: /^projects\.json$/ },
  { schema: 'project', pattern: /^projects\/[a-z0-9-]+\.json$/ },
  { schema: 'upstream', pattern: /^upstream(?:\/\d\d)?\.json$/ },
  { schema: 'osv', pattern: /^osv\/KF-\d+\.json$/ },
  { schema: 'answers', pattern: /^answers\/KF-\d+\.json$/ },
];
const schemas = answers.map(({ schema }) => jsonOf(`schemas/${schema}.json`) as JsonSchema);

interface JsonSchema {
  [keyword: string]: unknown;
  $schema?: string;
  $id?: string;
  properties?: Record<string, JsonSchema>;
}

/** A validator that knows schemas, each of them looked at by `look` first. */
function validatorOf(look = (schema: JsonSchema) => schema) {
  // A range has one event or two; both are valid.
  const ajv = new Ajv2020({ allErrors: true, strictTuples: false });
  addFormats.default(ajv);
  for (const schema of schemas) ajv.addSchema(look(schema));
  return (name: string, data: unknown): string[] => {
    const { $id = '' } = schemas[answers.findIndex(({ schema }) => schema === name)] ?? {};
    ajv.validate($id, data);
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** Every schema of an object inside a schema. */
function objectsIn(schema: unknown): JsonSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? [schema as JsonSchema] : [];
  return [...own, ...Object.values(schema).flatMap(objectsIn)];
}

describe.each(answers)('the schema $schema', ({ schema, pattern }) => {
  const own = files.filter((file) => pattern.test(file));

  test('holds of every answer', () => {
    expect(own).not.toEqual([]);
    const errorsOf = validatorOf();
    expect(own.flatMap((file) => errorsOf(schema, jsonOf(file)))).toEqual([]);
  });

  test('knows every field of every answer', () => {
    const errorsOf = validatorOf((open) => {
      const closed = structuredClone(open);
      for (const object of objectsIn(closed)) object['additionalProperties'] = false;
      return closed;
    });
    expect(own.flatMap((file) => errorsOf(schema, jsonOf(file)))).toEqual([]);
  });
});

test('schemas say which they are and where, explain each field, and leave room for more', () => {
  expect(new Set(schemas.map(({ $schema }) => $schema))).toEqual(
    new Set(['https://json-schema.org/draft/2020-12/schema']),
  );
  expect(schemas.map(({ $id }) => $id)).toEqual(
    answers.map(({ schema }) => `http://localhost:4321/api/v1/schemas/${schema}.json`),
  );
  const objects = objectsIn(schemas);
  expect(objects.length).toBeGreaterThan(10);
  const unexplained = objects.flatMap(({ properties = {} }) =>
    Object.entries(properties).filter(([, field]) => !field['description']),
  );
  expect(unexplained.map(([name]) => name)).toEqual([]);
  expect(objects.filter((object) => object['additionalProperties'] === false)).toEqual([]);
});

describe('a wrong answer is refused:', () => {
  const article = jsonOf('articles/KF-0001.json') as object;
  const project = jsonOf('projects/cython.json') as { articles: object[] };
  const osv = jsonOf('osv/KF-0001.json') as { database_specific: object };

  test.each<[string, string, unknown, string]>([
    [
      'a field is gone',
      'article',
      { ...article, url: undefined },
      " must have required property 'url'",
    ],
    [
      'a word is none of the list',
      'article',
      { ...article, symptom: 'boom' },
      '/symptom must be equal to one of the allowed values',
    ],
    [
      'an invalid id',
      'article',
      { ...article, id: 'KF-1' },
      '/id must match pattern "^KF-(?:\\d{4}|[1-9]\\d{4})$"',
    ],
    [
      'a day does not exist',
      'article',
      { ...article, updated: '2026-02-30' },
      '/updated must match format "date"',
    ],
    [
      'an article of the list is wrong',
      'articles',
      [{ ...article, builds: [] }],
      '/0/builds must NOT have fewer than 1 items',
    ],
    [
      'a language is missing',
      'project',
      { ...project, about: { en: 'A compiler.' } },
      "/about must have required property 'zh'",
    ],
    [
      'an article of a project has no status',
      'projects',
      [{ ...project, articles: [{ ...project.articles[0], status: undefined }] }],
      "/0/articles/0 must have required property 'status'",
    ],
    [
      'an address is none',
      'upstream',
      { 'not an address': ['KF-0001'] },
      ' property name must be valid',
    ],
    [
      'no article cites the address',
      'upstream',
      { 'https://example.org/': [] },
      '/https:~1~1example.org~1 must NOT have fewer than 1 items',
    ],
    [
      'a fault calls itself a vulnerability',
      'osv',
      { ...osv, database_specific: { ...osv.database_specific, vulnerability: true } },
      '/database_specific/vulnerability must be equal to constant',
    ],
    [
      'an id lacks the private prefix',
      'osv',
      { ...osv, id: 'KF-0001' },
      '/id must match pattern "^x_KF-\\d{4,}$"',
    ],
  ])('%s', (_, schema, wrong, error) => {
    // As it would travel: what is undefined is gone.
    expect(validatorOf()(schema, JSON.parse(JSON.stringify(wrong)))).toContain(error);
  });
});

test('the published schema of OSV accepts every record', () => {
  const published = JSON.parse(
    readFileSync(path.join(root, 'tests/fixtures/osv-schema/schema.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const accepts = ajv.compile(published);
  const records = files.filter((file) => /^osv\/KF-/.test(file));
  for (const file of records) {
    const record = jsonOf(file) as { id: string };
    // The prefix of private databases is younger than this schema (see its README).
    expect(record.id).toMatch(/^x_KF-\d{4}$/);
    expect(accepts({ ...record, id: record.id.replace('x_', 'OSV-') }), file).toBe(true);
  }
  expect(records.length).toBeGreaterThan(100);
  const [record] = records.map((file) => jsonOf(file) as object);
  expect(accepts({ ...record, id: 'OSV-1', modified: 'yesterday' })).toBe(false);
});

test('the archive holds the same records as the single files', () => {
  const records = files.filter((file) => /^osv\/KF-/.test(file));
  const unpacked = unzipSync(readFileSync(path.join(api, 'osv/all.zip')));
  expect(Object.keys(unpacked).map((name) => `osv/${name}`)).toEqual(records);
  for (const file of records) {
    expect(strFromU8(unpacked[path.basename(file)] ?? new Uint8Array()), file).toBe(textOf(file));
  }
});

test('the answers of a table are those of its article, with the place of the name', () => {
  const { key, answers: filled } = jsonOf('answers/KF-0116.json') as AnswersJson;
  expect(key).toBe('header');
  const answer = filled.find(({ names }) => names.includes('lber.h'));
  expect(answer?.text).toContain('OpenLDAP');
  expect(answer?.text).toContain('`<header>`');
  expect(answer?.commands).toContainEqual({
    system: 'debian',
    command: 'apt install libldap-dev',
    verified: true,
  });
  expect(filled.flatMap(({ names }) => names).length).toBeGreaterThan(1_000);
});

test('the facts of an article are the same in the list and in its file', () => {
  const [first] = jsonOf('articles.json') as { url: string }[];
  expect(jsonOf('articles/KF-0001.json')).toEqual(first);
  expect(first).toMatchObject({
    id: 'KF-0001',
    slug: 'cython-memoryview-walrus-acquisition-count-crash',
    project: 'cython',
    component: 'memoryviews',
    symptom: 'crash',
    platforms: ['linux', 'macos', 'windows'],
    python: '>=3.8',
    builds: ['gil'],
    status: 'fixed',
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0a11', fixed: '3.1.0' }],
    languages: ['en', 'zh'],
    published: '2026-11-21',
    aliases: [],
  });
  expect(first?.url).toMatch(/\/articles\/cython-memoryview-walrus-acquisition-count-crash\/$/);
});

test('the parts of the list have every article once, and each names the next', () => {
  const parts = [jsonOf('articles/page/1.json') as ArticlePageJson];
  for (let next = parts[0]?.next; next; next = parts.at(-1)?.next) {
    parts.push(jsonOf(next.slice(next.indexOf('/api/v1/') + '/api/v1/'.length)) as ArticlePageJson);
  }
  expect(parts.flatMap(({ articles }) => articles)).toEqual(jsonOf('articles.json'));
});

test('the facts of an audit are those of the articles', () => {
  const articles = jsonOf('articles.json') as ({ id: string } & AffectedFacts)[];
  const facts = articles.map(({ id, cause, python, platforms, builds, affected }) => [
    id,
    { cause, python, platforms, builds, affected },
  ]);
  expect(jsonOf('audit/facts.json')).toEqual(Object.fromEntries(facts));
});

test.each(['', 'zh/'])('the audits of projects under /%s have every fault once', (prefix) => {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(dist, prefix, 'api/v1', file), 'utf8')) as { id: string }[];
  const projects = jsonOf('projects.json') as { id: string }[];
  const parts = projects.flatMap(({ id }) => read(`audit/projects/${id}.json`));
  expect(parts.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(read('audit.json'));
});

test('upstream addresses lead to the articles that cite them, in order', () => {
  const cited = jsonOf('upstream.json') as Record<string, string[]>;
  expect(cited['https://github.com/cython/cython/issues/6434']).toEqual(['KF-0001']);
  expect(Object.keys(cited)).toEqual(Object.keys(cited).toSorted());
});

test('every fault is published in every form, in order of ids', () => {
  const articles = jsonOf('articles.json') as { id: string; project: string }[];
  const ids = articles.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  const filesIn = (folder: string) =>
    files.filter((file) => file.startsWith(`${folder}KF-`) && file.endsWith('.json'));
  expect(filesIn('articles/')).toEqual(ids.map((id) => `articles/${id}.json`));
  expect(filesIn('osv/')).toEqual(ids.map((id) => `osv/${id}.json`));
  const projects = jsonOf('projects.json') as { id: string; articles: { id: string }[] }[];
  expect(projects.flatMap((project) => project.articles.map(({ id }) => id)).toSorted()).toEqual(
    ids.toSorted(),
  );
  expect(projects.map(({ id }) => jsonOf(`projects/${id}.json`))).toEqual(projects);
});
