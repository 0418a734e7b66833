import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/cli/serve/serve.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { readKnowledge, type PublishedKnowledge } from '../../src/api/published-knowledge.ts';
import { issueEvent, runAction } from '../support/action-run.ts';
import { dist } from '../support/built-site.ts';

const printed = 'Fatal Python error: __pyx_fatalerror: Acquisition count is -1 (line 4218)';

const json = (file: string) => JSON.parse(readFileSync(path.join(dist, file), 'utf8'));

test.each([
  ['en', 'api/v1/knowledge.json', 'Walrus assignment'],
  ['zh', 'zh/api/v1/knowledge.json', '海象'],
])('what the site knows in %s is one file, with every article', (language, file, words) => {
  const known = readKnowledge(json(file)) as PublishedKnowledge;
  const ids = (json('api/v1/articles.json') as { id: string }[]).map(({ id }) => id);
  expect(Object.keys(known.cards).sort()).toEqual(ids.sort());
  expect(known.language).toBe(language);
  expect(known.site).toBe('http://localhost:4321/');
  const [finding] = diagnose(known.index, printed).findings;
  expect(finding).toMatchObject({ id: 'KF-0001', confidence: 'high' });
  expect(known.cards['KF-0001']).toMatchObject({
    title: expect.stringContaining(words),
    affected: [{ ecosystem: 'PyPI', package: 'cython', introduced: '3.0.0a11', fixed: '3.1.0' }],
  });
});

test.each([
  ['en', 'KF-0001/'],
  ['zh', 'zh/KF-0001/'],
])('the Action asks the site in %s and links to a page of it', async (language, page) => {
  const server = await serve({ dir: dist, port: 0 });
  onTestFinished(() => void server.close());
  const site = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const { log, outputs } = await runAction({
    event: issueEvent(printed),
    inputs: { mode: 'summary', language, site },
  });
  expect(log).toBe('Matched KF-0001, confidence high.\n');
  expect(outputs['url']).toBe(site + page);
  expect((await fetch(site + page)).status).toBe(200);
});
