import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test as plainTest, describe, expect } from 'vitest';
import { parse } from 'yaml';
import { MARKER, retractingComment } from '../../../src/action/comment.ts';
import { bot, GitHub, stranger } from '../../support/github.ts';
import {
  dry,
  issueEvent,
  known,
  manifest,
  root,
  runAction,
  script,
  spill,
} from '../../support/action-run.ts';

const test = plainTest.extend<{ github: GitHub }>({
  github: async ({}, use) => {
    const github = await GitHub.start();
    await use(github);
    await github.stop();
  },
});

const COMMENTS = '/repos/acme/quill/issues/12/comments';

const link = String.raw`[Quill \<blot\> spills when ${'`@ink`'} calls ${'`#1`'}](https://acme.github.io/known-faults/KF-9001/)`;

const spillComment = (line: string) => `<!-- known-faults -->

This looks like a known fault: ${link}.

Affected: quill 1.0 or later, fixed in 1.2.

The nib of \`@ink\` writes past the page. Upgrade, or see \`GH-4\`.

The article explains how to check whether you are affected and what to do.

Matched by this line of the report:

\`\`\`text
${line}
\`\`\`

This comment was posted automatically. To opt an issue out, add the label \`no-known-faults\`.`;

/** An issue as people write them: a form, a template's comment, the log in a fence. */
const report = (line: string) => `### What happens

<!-- Paste the error, such as "${dry}" -->

It fails.

\`\`\`
Traceback (most recent call last):
  File "write.py", line 3, in <module>
${line}
\`\`\`
`;

describe.concurrent('the Action', () => {
  test('answers a new issue with one comment, and tells the workflow', async ({ github }) => {
    const { status, log, outputs, summary } = await runAction({
      event: issueEvent(report(spill)),
      api: github.url,
    });
    expect(log).toBe('Matched KF-9001, confidence high.\nPosted a comment.\n');
    expect(github.written).toEqual([['POST', COMMENTS, spillComment(spill)]]);
    expect(github.calls.map(({ authorization }) => authorization)).toEqual([
      'token secret-token',
      'token secret-token',
    ]);
    expect(outputs).toEqual({
      id: 'KF-9001',
      url: 'https://acme.github.io/known-faults/KF-9001/',
      confidence: 'high',
      'comment-url': github.comments[0]?.html_url,
    });
    expect([status, summary]).toEqual([0, '']);
  });

  test('says nothing twice: another run for the same issue writes nothing', async ({ github }) => {
    const event = issueEvent(report(spill));
    await runAction({ event, api: github.url });
    const { log, outputs } = await runAction({ event, api: github.url });
    expect(log).toBe('Matched KF-9001, confidence high.\nThe comment is up to date.\n');
    expect(github.written).toHaveLength(1);
    expect(outputs['comment-url']).toBe(github.comments[0]?.html_url);
  });

  test('takes its comment for the same when the tracker ends lines its own way', async ({
    github,
  }) => {
    github.write(`${spillComment(spill).replaceAll('\n', '\r\n')}\r\n`, bot);
    await runAction({ event: issueEvent(report(spill)), api: github.url });
    expect(github.written).toEqual([]);
  });

  test('changes its comment when the issue is edited', async ({ github }) => {
    const other = spill.replace('77', '5');
    await runAction({ event: issueEvent(report(spill)), api: github.url });
    const event = issueEvent(report(other), { action: 'edited' });
    const { log } = await runAction({ event, api: github.url });
    expect(log).toBe('Matched KF-9001, confidence high.\nUpdated the comment.\n');
    const [comment] = github.comments;
    expect(github.written.slice(1)).toEqual([
      ['PATCH', `/repos/acme/quill/issues/comments/${comment?.id}`, spillComment(other)],
    ]);
    expect(github.comments).toHaveLength(1);
  });

  test('takes back what an edit made untrue, and answers again', async ({ github }) => {
    const run = (body: string) =>
      runAction({ event: issueEvent(body, { action: 'edited' }), api: github.url });
    await run(report(spill));
    expect((await run('Never mind.')).log).toBe('Updated the comment.\n');
    expect(github.comments.map(({ body }) => body)).toEqual([retractingComment('en')]);
    await run('Never mind!');
    expect(github.written).toHaveLength(2);
    await run(report(spill));
    expect(github.comments.map(({ body }) => body)).toEqual([spillComment(spill)]);
  });

  test.each([
    ['nothing that it knows', 'It fails, please help.', '', {}],
    ['an error of others', 'KeyError: 1', '', {}],
    ['only what a template names', `<!-- ${spill} -->\nIt fails.`, '', {}],
    [
      'half of what it knows',
      'QuillError: nib spilled over',
      'Matched KF-9001, confidence medium.\n',
      {
        id: 'KF-9001',
        url: 'https://acme.github.io/known-faults/KF-9001/',
        confidence: 'medium',
      },
    ],
  ])('does not speak up when an issue says %s', async (_name, body, log, outputs) => {
    const github = await GitHub.start();
    const run = await runAction({ event: issueEvent(body), api: github.url });
    await github.stop();
    expect(run.log).toBe(`${log}No known fault matches with certainty: no comment.\n`);
    expect(run.outputs).toEqual(outputs);
    expect(github.written).toEqual([]);
  });

  test.each([
    ['a pull request', { pull_request: {} }, 'it is a pull request.'],
    ['a closed issue', { state: 'closed' }, 'the issue is closed.'],
    ['a locked issue', { locked: true }, 'the issue is locked.'],
    ['what a bot did', { sender: { type: 'Bot' } }, 'the event was triggered by a bot.'],
    [
      'an issue that opted out',
      { labels: [{ name: 'no-known-faults' }] },
      'the issue has the label that opts it out.',
    ],
    ['a label', { action: 'labeled' }, 'only opened, edited, reopened issues are handled.'],
  ])('leaves %s alone and says why', async (_name, parts, reason) => {
    const run = await runAction({ event: issueEvent(report(spill), parts) });
    expect(run).toEqual({
      status: 0,
      log: `Nothing to do: ${reason}\n`,
      outputs: {},
      summary: '',
    });
  });

  test('leaves other events alone', async () => {
    const env = { GITHUB_EVENT_NAME: 'issue_comment' };
    const { status, log } = await runAction({ event: issueEvent(report(spill)), env });
    expect(log).toBe(
      'Nothing to do: the event is issue_comment; only issues events are handled.\n',
    );
    expect(status).toBe(0);
  });

  test('the label to opt out by can have any name', async ({ github }) => {
    const inputs = { 'ignore-label': 'no `bots`' };
    const event = issueEvent(report(spill));
    await runAction({ event, inputs, api: github.url });
    expect(github.comments[0]?.body).toContain('add the label `` no `bots` ``.');
    const opted = issueEvent(report(spill), { labels: [{ name: 'no `bots`' }] });
    expect((await runAction({ event: opted, inputs })).log).toContain('opts it out');
  });

  test('speaks Chinese', async ({ github }) => {
    const inputs = { language: 'zh' };
    await runAction({ event: issueEvent(report(spill)), inputs, api: github.url });
    expect(github.comments[0]?.body).toContain('这看起来是一个已知故障：[Quill');
    expect(github.comments[0]?.body).toContain(
      '](https://acme.github.io/known-faults/zh/KF-9001/)',
    );
    expect(github.comments[0]?.body).toContain(
      '报告中的这一行与已知故障匹配：\n\n```text\n' + spill,
    );
  });

  test('works with a GitHub Enterprise Server', async ({ github }) => {
    const event = issueEvent(report(spill));
    github.write(`${MARKER} x`, bot);
    const { log } = await runAction({ event, api: `${github.url}/api/v3` });
    expect(log).toContain('Updated the comment.');
    expect(github.calls.map(({ path }) => path)).toEqual([
      `/api/v3${COMMENTS}`,
      '/api/graphql',
      '/api/v3/repos/acme/quill/issues/comments/5000000000',
    ]);
  });

  test('reads an issue of 60 KB', async ({ github }) => {
    const noise = Array.from({ length: 1200 }, (_, at) => `gcc -c src/mod${at}/file.c -o quill.o`);
    const body = report([...noise.slice(0, 700), spill, ...noise].join('\n')).slice(0, 60_000);
    expect(body.length).toBe(60_000);
    await runAction({ event: issueEvent(body), api: github.url });
    expect(github.written).toEqual([['POST', COMMENTS, spillComment(spill)]]);
  });
});

describe.concurrent('its own comment', () => {
  test('is found among hundreds', async ({ github }) => {
    for (let at = 0; at < 250; at++) github.write(`Me too ${at}`, stranger);
    const own = github.write(`${MARKER}\n\nOld.`, bot);
    await runAction({ event: issueEvent(report(spill)), api: github.url });
    expect(github.written).toEqual([
      ['PATCH', `/repos/acme/quill/issues/comments/${own.id}`, spillComment(spill)],
    ]);
    const pages = github.calls.filter(({ method }) => method === 'GET').map(({ query }) => query);
    expect(pages.map(({ page, per_page }) => [page, per_page])).toEqual([
      ['1', '100'],
      ['2', '100'],
      ['3', '100'],
    ]);
  });

  test('is not one of somebody else who writes the marker', async ({ github }) => {
    const fake = github.write(`${MARKER}\n\nSend me your keys.`, stranger);
    github.write(`Quoting ${MARKER}`, bot);
    await runAction({ event: issueEvent(report(spill)), api: github.url });
    await runAction({ event: issueEvent(report(dry), { action: 'edited' }), api: github.url });
    expect(github.written.map(([method]) => method)).toEqual(['POST', 'PATCH']);
    expect(fake.body).toBe(`${MARKER}\n\nSend me your keys.`);
    expect(github.comments).toHaveLength(3);
  });
});

describe.concurrent('a hostile issue', () => {
  const line = `${spill} @torvalds acme/other#1 GH-3 https://github.com/a/b/issues/1 <img src=x> \u202E::set-output name=id::x`;
  const commands = [
    '::set-output name=id::KF-6666',
    '::add-mask::KF-9001',
    '##[set-env name=PATH]x',
    '::stop-commands::x',
  ].join('\n');

  test('gets its line quoted as code, and nothing of it into the log', async ({ github }) => {
    const { log, outputs } = await runAction({
      event: issueEvent(`${commands}\n${MARKER}\n\`\`\`\n${line}\n\`\`\``, { title: commands }),
      api: github.url,
    });
    expect(github.written).toEqual([['POST', COMMENTS, spillComment(line.replace('\u202E', ' '))]]);
    expect(log).toBe('Matched KF-9001, confidence high.\nPosted a comment.\n');
    expect(outputs['id']).toBe('KF-9001');
  });

  test('cannot end the code', async ({ github }) => {
    const body = `QuillError: nib \`\`\`\` ~~~~ </code> spilled over blotter page 7`;
    await runAction({ event: issueEvent(body), api: github.url });
    const [comment] = github.comments;
    expect(comment?.body).toContain(
      "```text\nQuillError: nib '''' ~~~~   spilled over blotter page 7\n```\n",
    );
  });
});

describe.concurrent('a tracker in trouble', () => {
  const event = issueEvent(report(spill));
  const inAnHour = String(Math.floor(Date.now() / 1000) + 3600);
  const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes.';

  test.each([
    [403, secondary],
    [429, secondary],
    [429, 'Too many requests'],
  ])('that limits the rate for a second (%i, %s) is waited for', async (status, message) => {
    const github = await GitHub.start();
    github.answers.push(undefined, { status, message, headers: { 'retry-after': '1' } });
    const start = performance.now();
    const run = await runAction({ event, api: github.url });
    await github.stop();
    expect(run.log).toBe('Matched KF-9001, confidence high.\nPosted a comment.\n');
    expect(github.comments).toHaveLength(1);
    expect(performance.now() - start).toBeGreaterThan(1000);
  });

  test('whose limit ends within a minute is waited for', async ({ github }) => {
    const reset = String(Math.floor(Date.now() / 1000) + 1);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    github.answers.push({ status: 403, message: 'API rate limit exceeded', headers });
    const { log } = await runAction({ event, api: github.url });
    expect(log).toContain('Posted a comment.');
  });

  test.each([
    [{ 'retry-after': '61' }, secondary],
    [{ 'retry-after': '3600' }, 'Slow down (secondary rate limit)'],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour }, 'API rate limit exceeded'],
  ])('that limits the rate for long (%j) is left with a warning', async (headers, message) => {
    const github = await GitHub.start();
    github.answers.push({
      status: 403,
      message: message.replace(' (secondary rate limit)', ''),
      headers: headers as Record<string, string>,
    });
    const run = await runAction({ event, api: github.url });
    await github.stop();
    expect(run.log).toBe(
      `Matched KF-9001, confidence high.\n::warning::No answer this time: ${message}\n`,
    );
    expect(run.status).toBe(0);
    expect(github.calls).toHaveLength(1);
  });

  test('that is not there is left with a warning', async ({ github }) => {
    await github.stop();
    const { status, log } = await runAction({ event, api: github.url });
    expect(log).toMatch(
      /\n::warning::No answer this time: connect ECONNREFUSED 127\.0\.0\.1:\d+\n$/,
    );
    expect(status).toBe(0);
  });

  test('that hangs up is asked again', async ({ github }) => {
    github.answers.push('cut', { status: 502, message: 'Bad gateway' });
    const { log } = await runAction({ event, api: github.url });
    expect(log).toContain('Posted a comment.');
    expect(github.comments).toHaveLength(1);
  });

  test('that hangs up on a new comment is not sent it again: it may have it', async ({
    github,
  }) => {
    github.answers.push(undefined, 'cut');
    const { status, log } = await runAction({ event, api: github.url });
    expect(log).toContain('\n::warning::No answer this time: other side closed\n');
    expect(github.written).toHaveLength(1);
    expect(status).toBe(0);
  });

  test('that does not say whose the token is gets no comment', async ({ github }) => {
    github.write(`${MARKER} x`, stranger);
    github.answers.push(undefined, { status: 404, message: 'Not Found' });
    const { status, log } = await runAction({ event, api: github.url });
    expect(log).toContain('::warning::No answer this time: Not Found');
    expect(github.written).toEqual([]);
    expect(status).toBe(0);
  });

  test.each([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
  ])('that refuses the token (%i) fails the run', async (status, message) => {
    const github = await GitHub.start();
    github.answers.push(undefined, { status, message });
    const run = await runAction({ event, api: github.url });
    await github.stop();
    expect(run.log).toContain(
      `\n::error::The token may not post comments (${message}). The job needs permissions: issues: write\n`,
    );
    expect(run.status).toBe(1);
  });
});

describe.concurrent('an input', () => {
  const event = issueEvent(report(spill));

  test('dry-run sends nothing and shows the comment in the summary', async ({ github }) => {
    const inputs = { 'dry-run': 'true' };
    const { log, summary } = await runAction({ event, inputs, api: github.url });
    expect(log).toBe(
      'Matched KF-9001, confidence high.\nDry run: would post a comment; its text is in the job summary.\n',
    );
    expect(summary).toBe(`${spillComment(spill)}\n`);
    github.write(`${MARKER} x`, bot);
    expect((await runAction({ event, inputs, api: github.url })).log).toContain(
      'would update the comment',
    );
    expect(github.written).toEqual([]);
  });

  test('mode: summary asks nobody and needs no token', async ({ github }) => {
    const inputs = { mode: 'summary', token: '' };
    const { status, summary, outputs } = await runAction({ event, inputs, api: github.url });
    const [, ...paragraphs] = spillComment(spill).split('\n\n');
    expect(summary).toBe(`${paragraphs.slice(0, -1).join('\n\n')}\n`);
    expect(outputs['id']).toBe('KF-9001');
    expect(github.calls).toEqual([]);
    expect(status).toBe(0);
    const none = await runAction({ event: issueEvent('Help.'), inputs });
    expect([none.summary, none.log]).toEqual([
      '',
      'No known fault matches with certainty: no summary.\n',
    ]);
  });

  test.each([
    ['mode', 'loud', 'Input mode: found "loud"; allowed: comment, summary'],
    ['language', 'EN', 'Input language: found "EN"; allowed: en, zh'],
    ['dry-run', 'yes', 'Input dry-run: found "yes"; allowed: false, true'],
    ['token', '', 'Input token: found ""; allowed: a token that may post comments'],
    ['ignore-label', '', 'Input ignore-label: found ""; allowed: the name of a label'],
    [
      'site',
      'faults.example',
      'Input site: found "faults.example"; allowed: an https address without user, query or fragment',
    ],
    [
      'site',
      'http://faults.example',
      'Input site: found "http://faults.example"; allowed: an https address without user, query or fragment',
    ],
    [
      'site',
      'https://a:b@faults.example',
      'Input site: found "https://a:b@faults.example"; allowed: an https address without user, query or fragment',
    ],
    [
      'site',
      'https://faults.example/?x',
      'Input site: found "https://faults.example/?x"; allowed: an https address without user, query or fragment',
    ],
  ])('%s: %j is wrong and fails the run', async (name, value, message) => {
    const { status, log } = await runAction({ event, inputs: { [name]: value } });
    expect(log).toBe(`::error::${message}\n`);
    expect(status).toBe(1);
  });

  test.each([
    [
      '{',
      'GITHUB_EVENT_PATH: found text that is not JSON; allowed: a file with the payload of an event',
    ],
    ['{}', 'GITHUB_EVENT_PATH: found an event without an issue; allowed: an issues event'],
  ])('the event %j is wrong and fails the run', async (payload, message) => {
    const { status, log } = await runAction({ event: payload });
    expect(log).toBe(`::error::${message}\n`);
    expect(status).toBe(1);
  });

  test('no event at all fails the run', async () => {
    const { log } = await runAction({ event, env: { GITHUB_EVENT_PATH: '/nowhere' } });
    expect(log).toBe(
      '::error::GITHUB_EVENT_PATH: found ENOENT; allowed: a file with the payload of an event\n',
    );
  });

  test.each([
    [{ GITHUB_ACTION_REPOSITORY: 'Acme/acme.github.io' }, 'https://acme.github.io/KF-9001/'],
    [{ GITHUB_ACTION_REPOSITORY: 'Acme/kf' }, 'https://acme.github.io/kf/KF-9001/'],
  ])('without site, with %j, the article is at %s', async (env, url) => {
    const inputs = { mode: 'summary' };
    expect((await runAction({ event, env, inputs })).outputs['url']).toBe(url);
  });

  test.each([
    ['GITHUB_ACTION_REPOSITORY', ''],
    ['GITHUB_SERVER_URL', 'https://github.acme.example'],
  ])('without site, with %s %j, nobody knows where the articles are', async (name, value) => {
    const { status, log } = await runAction({ event, env: { [name]: value } });
    expect(log).toBe(
      '::error::Input site: found ""; allowed: the address of the site, since it cannot be derived from the repository of the Action\n',
    );
    expect(status).toBe(1);
  });
});

/** A site that serves these files, and what was asked of it. */
async function siteWith(files: Record<string, string>) {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(files[url] === undefined ? 404 : 200);
    response.end(files[url]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/`;
  return { url, asked, stop: () => server.close() };
}

describe.concurrent('a site', () => {
  const event = issueEvent(report(spill));
  const newer = { ...known, cards: { ...known.cards, 'KF-9001': { ...known.cards['KF-9002'] } } };

  test.each([
    ['en', '/sub/api/v1/knowledge.json', 'KF-9001/'],
    ['zh', '/sub/zh/api/v1/knowledge.json', 'zh/KF-9001/'],
  ])('in %s is asked for what it knows today', async (language, file, article) => {
    const site = await siteWith({ [file]: JSON.stringify(newer) });
    const inputs = { mode: 'summary', language, site: site.url };
    const { log, summary } = await runAction({ event, inputs });
    site.stop();
    expect(site.asked).toEqual([file]);
    expect(log).toBe('Matched KF-9001, confidence high.\n');
    expect(summary).toContain(`[The inkwell runs dry](${site.url}${article})`);
  });

  test.each([
    ['that does not have it', {}, 'it answered 404'],
    ['with something else', { version: 1 }, 'the version of its index is missing'],
    ['with a page', '<!doctype html>', 'Unexpected token'],
    [
      'of a later time',
      { ...known, version: 2 },
      'its version is 2, this program reads 1: take a newer release of this program',
    ],
    [
      'with another index',
      { ...known, index: { ...known.index, version: 0 } },
      'the version of its index is 0, this program reads 2: build the site anew',
    ],
    [
      'with ids that are none',
      { ...known, index: { ...known.index, articles: [{ id: '\n::error::x' }] } },
      'its articles or cards are not as they should be',
    ],
    [
      'with cards that are none',
      { ...known, cards: { 'KF-9001': { title: 1 } } },
      'its articles or cards are not as they should be',
    ],
  ])('%s leaves what came with the Action', async (_name, data, reason) => {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    const site = await siteWith(text === '{}' ? {} : { '/sub/api/v1/knowledge.json': text });
    const { status, log, summary } = await runAction({
      event,
      inputs: { mode: 'summary', site: site.url },
    });
    site.stop();
    expect(log).toContain(
      `::warning::${site.url} did not answer, continuing with the faults known at the release of the Action: ${reason}`,
    );
    expect(log).toContain('\nMatched KF-9001, confidence high.\n');
    expect(summary).toContain(`(${site.url}KF-9001/)`);
    expect(status).toBe(0);
  });
});

describe('what is committed', () => {
  const committed = (name: string) => readFileSync(path.join(root, 'action', name), 'utf8');

  test.each([
    ['en', 'knowledge.json', 'Upgrade to Numba 0.62.0'],
    ['zh', 'knowledge.zh.json', '这看起来是一个已知故障'],
  ])('in %s answers a report of a fault of the library', async (language, name, words) => {
    const printed =
      "RuntimeError: Linking globals named '__excinfo_unwrap_args5e9ac1f7': symbol multiply defined!";
    const { log, summary } = await runAction({
      event: issueEvent(report(printed)),
      inputs: { mode: 'summary', language },
      ships: { [name]: committed(name) },
    });
    expect(log).toBe('Matched KF-0003, confidence high.\n');
    expect(summary).toContain(words);
    expect(summary).toContain(printed);
  });

  test('is what action.yml runs, with Node 24', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'action/index.mjs' });
    expect(Object.keys(manifest.outputs)).toEqual(['id', 'url', 'confidence', 'comment-url']);
  });

  test('is asked for by the workflow of the README with what it needs', () => {
    const [, yaml = ''] =
      /```yaml\n(.*?)```/s.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
    expect(parse(yaml)).toEqual({
      on: { issues: { types: ['opened', 'edited', 'reopened'] } },
      permissions: { issues: 'write' },
      concurrency: 'known-faults-${{ github.event.issue.number }}',
      jobs: {
        answer: { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'known-faults/known-faults@main' }] },
      },
    });
  });

  test('is less than 600 KB of script, and names whose code is in it', () => {
    expect(readFileSync(script).length).toBeLessThan(600_000);
    for (const name of ['@actions/core', '@octokit/core', 'bottleneck', 'before-after-hook']) {
      expect(committed('LICENSES.txt')).toMatch(new RegExp(`^${name} [\\d.]+, `, 'm'));
    }
  });
});
