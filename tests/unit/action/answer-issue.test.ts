import { describe, expect, test } from 'vitest';
import { MARKER, retractingComment } from '../../../src/action/comment.ts';
import {
  cacheError,
  issueEvent,
  knowledge,
  pluginError,
  runAction,
} from '../../support/action-run.ts';
import { bot, mockGitHub, stranger } from '../../support/fake-github.ts';
import { closedPort, mockServer, type Reply } from '../../support/mock-server.ts';

const COMMENTS = '/repos/example/demo/issues/12/comments';
const ARTICLE = 'https://example.github.io/known-faults/KF-9001/';
const FOUND = 'Matched KF-9001, confidence high.\n';
const NO_COMMENT = 'No known fault matches with certainty: no comment.\n';

const answerFor = (
  line: string,
) => `This looks like a known fault: ${'[Loading \\<plugins\\> fails when `@main` calls `#1`]'}(${ARTICLE}).

Upgrade \`@main\` to 1.2, or see \`GH-4\`.

\`\`\`text
pip install "demo>=1.2"
\`\`\`

Affected: demo 1.0 to before 1.2.

The article explains how to check whether you are affected, and the cause.

Matched by this line of the report:

\`\`\`text
${line}
\`\`\``;

const commentFor = (line: string) => `<!-- known-faults -->

${answerFor(line)}

This comment was posted automatically. To opt an issue out, add the label \`no-known-faults\`.`;

/** A typical report: an issue form, a comment of its template, and the log in a code block. */
const report = (line: string) => `### What happens

<!-- Paste the error, such as "${cacheError}" -->

It fails.

\`\`\`
Traceback (most recent call last):
  File "load.py", line 3, in <module>
${line}
\`\`\`
`;

const event = issueEvent(report(pluginError));

describe('a new or edited issue', () => {
  test('gets one comment, and the workflow gets outputs', async () => {
    const github = await mockGitHub();
    const run = await runAction({ event, api: github.url });
    expect(github.written()).toEqual([['POST', COMMENTS, commentFor(pluginError)]]);
    for (const { headers } of github.requests) {
      expect(headers.authorization).toBe('token secret-token');
    }
    expect(run).toEqual({
      failed: false,
      log: `${FOUND}Posted a comment.\n`,
      outputs: {
        id: 'KF-9001',
        url: ARTICLE,
        confidence: 'high',
        'comment-url': github.comments[0]?.html_url,
      },
      summary: '',
    });
  });

  test.each([
    ['as it was written', commentFor(pluginError)],
    ['with other line endings', `${commentFor(pluginError).replaceAll('\n', '\r\n')}\r\n`],
  ])('keeps an up-to-date comment %s', async (_name, body) => {
    const github = await mockGitHub();
    const comment = github.addComment(body, bot);
    const { log, outputs } = await runAction({ event, api: github.url });
    expect(log).toBe(`${FOUND}The comment is up to date.\n`);
    expect(outputs['comment-url']).toBe(comment.html_url);
    expect(github.written()).toEqual([]);
  });

  test('has its comment updated, retracted and restored as the report changes', async () => {
    const github = await mockGitHub();
    const other = pluginError.replace('77', '5');
    const runWith = async (body: string) => {
      const edited = issueEvent(body, { action: 'edited' });
      return (await runAction({ event: edited, api: github.url })).log;
    };
    await runAction({ event, api: github.url });
    expect(await runWith(report(other))).toBe(`${FOUND}Updated the comment.\n`);
    expect(await runWith('Never mind.')).toBe('Updated the comment.\n');
    expect(await runWith('Never mind!')).toBe('The comment is up to date.\n');
    expect(await runWith(report(pluginError))).toBe(`${FOUND}Updated the comment.\n`);
    const update = `/repos/example/demo/issues/comments/${github.comments[0]?.id}`;
    expect(github.written()).toEqual([
      ['POST', COMMENTS, commentFor(pluginError)],
      ['PATCH', update, commentFor(other)],
      ['PATCH', update, retractingComment('en')],
      ['PATCH', update, commentFor(pluginError)],
    ]);
  });

  test.each([
    ['nothing known', 'It fails, please help.', '', {}],
    ['an unrelated error', 'KeyError: 1', '', {}],
    ['an example error of a template', `<!-- ${pluginError} -->\nIt fails.`, '', {}],
    ['half of a known message', 'PluginError: resolved twice', '', {}],
    [
      'a known message with other punctuation',
      'PluginError - symbol init_fast-4 resolved twice in module 77',
      'Matched KF-9001, confidence medium.\n',
      { id: 'KF-9001', url: ARTICLE, confidence: 'medium' },
    ],
  ])('gets no comment for %s', async (_name, body, log, outputs) => {
    const github = await mockGitHub();
    const run = await runAction({ event: issueEvent(body), api: github.url });
    expect(run).toEqual({ failed: false, log: log + NO_COMMENT, outputs, summary: '' });
    expect(github.written()).toEqual([]);
  });

  test.each([
    [{ labels: [{ name: 'no-known-faults' }] }, {}, 'the issue has the label that opts it out.'],
    [
      {},
      { GITHUB_EVENT_NAME: 'issue_comment' },
      'the event is issue_comment; only issues events are handled.',
    ],
  ])('is ignored with %j and %j', async (parts, env, reason) => {
    const run = await runAction({ event: issueEvent(report(pluginError), parts), env });
    expect(run).toEqual({
      failed: false,
      log: `Nothing to do: ${reason}\n`,
      outputs: {},
      summary: '',
    });
  });

  test('may have 60 KB of text', async () => {
    const github = await mockGitHub();
    const noise = Array.from({ length: 1200 }, (_, n) => `gcc -c src/mod${n}/file.c -o demo.o`);
    const body = report([...noise.slice(0, 700), pluginError, ...noise].join('\n'));
    await runAction({ event: issueEvent(body.slice(0, 60_000)), api: github.url });
    expect(github.written()).toEqual([['POST', COMMENTS, commentFor(pluginError)]]);
  });
});

describe('its own comment', () => {
  test('is found among hundreds', async () => {
    const github = await mockGitHub();
    for (let count = 0; count < 250; count++) github.addComment(`Me too ${count}`, stranger);
    const own = github.addComment(`${MARKER}\n\nOld.`, bot);
    await runAction({ event, api: github.url });
    expect(github.written()).toEqual([
      ['PATCH', `/repos/example/demo/issues/comments/${own.id}`, commentFor(pluginError)],
    ]);
    const reads = github.requests.filter(({ method }) => method === 'GET');
    expect(reads.map(({ path }) => path)).toEqual(
      [1, 2, 3].map((page) => `${COMMENTS}?per_page=100&page=${page}`),
    );
  });

  test('is never a comment by another user with the marker', async () => {
    const github = await mockGitHub();
    const fake = github.addComment(`${MARKER}\n\nSend me your keys.`, stranger);
    github.addComment(`Quoting ${MARKER}`, bot);
    await runAction({ event, api: github.url });
    await runAction({ event: issueEvent(report(cacheError)), api: github.url });
    expect(github.written().map(([method]) => method)).toEqual(['POST', 'PATCH']);
    expect(fake.body).toBe(`${MARKER}\n\nSend me your keys.`);
    expect(github.comments).toHaveLength(3);
  });

  test('is found on a GitHub Enterprise Server', async () => {
    const github = await mockGitHub();
    const { id } = github.addComment(`${MARKER} x`, bot);
    await runAction({ event, api: `${github.url}/api/v3` });
    expect(github.requests.map(({ path }) => path.split('?')[0])).toEqual([
      `/api/v3${COMMENTS}`,
      '/api/graphql',
      `/api/v3/repos/example/demo/issues/comments/${id}`,
    ]);
  });
});

describe('a hostile issue', () => {
  test('gets its line quoted as code, and nothing of it is logged', async () => {
    const github = await mockGitHub();
    const line = `${pluginError} @torvalds example/other#1 GH-3 https://github.com/a/b/issues/1 <img src=x> \u202E::set-output name=id::x`;
    const commands = [
      '::set-output name=id::KF-6666',
      '::add-mask::KF-9001',
      '##[set-env name=PATH]x',
      '::stop-commands::x',
    ].join('\n');
    const body = `${commands}\n${MARKER}\n\`\`\`\n${line}\n\`\`\``;
    const { log, outputs } = await runAction({
      event: issueEvent(body, { title: commands }),
      api: github.url,
    });
    expect(github.written()).toEqual([['POST', COMMENTS, commentFor(line.replace('\u202E', ' '))]]);
    expect(log).toBe(`${FOUND}Posted a comment.\n`);
    expect(outputs['id']).toBe('KF-9001');
  });

  test('cannot close the code block', async () => {
    const github = await mockGitHub();
    const body = 'PluginError: symbol ```` ~~~~ </code> resolved twice in module 7';
    await runAction({ event: issueEvent(body), api: github.url });
    expect(github.comments[0]?.body).toContain(
      '`````text\nPluginError: symbol ```` ~~~~   resolved twice in module 7\n`````\n',
    );
  });
});

describe('GitHub', () => {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes.';
  const refusal = (status: number, message: string, headers = {}): Reply => ({
    status,
    headers,
    body: { message },
  });

  test.each<[string, (Reply | undefined)[]]>([
    ['a rate limit of a second', [refusal(403, secondary, { 'retry-after': '1' })]],
    ['a rate limit of a proxy', [refusal(429, 'Too many', { 'retry-after': '1' })]],
    ['a rate limit for the comment', [undefined, refusal(429, secondary, { 'retry-after': '1' })]],
    [
      'the end of the hourly limit',
      [
        refusal(403, 'API rate limit exceeded', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(inAnHour - 3600),
        }),
      ],
    ],
    ['a broken connection and a bad gateway', [{ cut: 'at once' }, refusal(502, 'Bad gateway')]],
  ])('is asked again after %s', async (_name, replies) => {
    const github = await mockGitHub();
    github.replies.push(...replies);
    expect((await runAction({ event, api: github.url })).log).toBe(`${FOUND}Posted a comment.\n`);
    expect(github.comments).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string]>([
    ['61 seconds', { 'retry-after': '61' }, secondary],
    ['an hour', { 'retry-after': '3600' }, 'Slow down'],
    [
      'the hourly limit',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(inAnHour) },
      'API rate limit exceeded',
    ],
  ])('is left with a warning when it asks to wait for %s', async (_name, headers, message) => {
    const github = await mockGitHub();
    github.replies.push(refusal(403, message, headers));
    const { failed, log } = await runAction({ event, api: github.url });
    expect(log.startsWith(`${FOUND}::warning::No answer this time: ${message}`)).toBe(true);
    expect(failed).toBe(false);
    expect(github.requests).toHaveLength(1);
  });

  test('is left with a warning when it is unreachable', async () => {
    const api = await closedPort();
    const { failed, log } = await runAction({ event, api });
    const { host } = new URL(api);
    expect(log).toBe(`${FOUND}::warning::No answer this time: connect ECONNREFUSED ${host}\n`);
    expect(failed).toBe(false);
  });

  test('is not sent a comment twice when the connection breaks: it may have the first', async () => {
    const github = await mockGitHub();
    github.replies.push(undefined, { cut: 'at once' });
    const { failed, log } = await runAction({ event, api: github.url });
    expect(log).toBe(`${FOUND}::warning::No answer this time: other side closed\n`);
    expect(github.written()).toHaveLength(1);
    expect(failed).toBe(false);
  });

  test('gets no comment when it does not tell whose the token is', async () => {
    const github = await mockGitHub();
    github.addComment(`${MARKER} x`, stranger);
    github.replies.push(undefined, refusal(404, 'Not Found'));
    const { failed, log } = await runAction({ event, api: github.url });
    expect(log).toContain('::warning::No answer this time: Not Found');
    expect(github.written()).toEqual([]);
    expect(failed).toBe(false);
  });

  test.each([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
  ])('fails the run when it refuses the token (%i)', async (status, message) => {
    const github = await mockGitHub();
    github.replies.push(undefined, refusal(status, message));
    const { failed, log } = await runAction({ event, api: github.url });
    expect(log).toContain(
      `\n::error::The token may not post comments (${message}). The job needs permissions: issues: write\n`,
    );
    expect(failed).toBe(true);
  });
});

describe('the inputs', () => {
  test('dry-run writes the comment into the summary only', async () => {
    const github = await mockGitHub();
    const inputs = { 'dry-run': 'true' };
    const { log, summary } = await runAction({ event, inputs, api: github.url });
    expect(log).toBe(`${FOUND}Dry run: would post a comment; its text is in the job summary.\n`);
    expect(summary).toBe(commentFor(pluginError));
    github.addComment(`${MARKER} x`, bot);
    expect((await runAction({ event, inputs, api: github.url })).log).toContain(
      'would update the comment',
    );
    expect(github.written()).toEqual([]);
  });

  test('mode: summary needs neither GitHub nor a token', async () => {
    const inputs = { mode: 'summary', token: '' };
    const { summary, outputs } = await runAction({ event, inputs });
    expect(summary).toBe(answerFor(pluginError));
    expect(outputs['id']).toBe('KF-9001');
    const unknown = await runAction({ event: issueEvent('Help.'), inputs });
    expect(unknown.log).toBe('No known fault matches with certainty: no summary.\n');
    expect(unknown.summary).toBe('');
  });

  test('ignore-label names the label that opts an issue out', async () => {
    const github = await mockGitHub();
    const inputs = { 'ignore-label': 'no `bots`' };
    await runAction({ event, inputs, api: github.url });
    expect(github.comments[0]?.body).toContain('add the label `` no `bots` ``.');
    const labeled = issueEvent(report(pluginError), { labels: [{ name: 'no `bots`' }] });
    expect((await runAction({ event: labeled, inputs })).log).toContain('opts it out');
  });

  test('language: zh writes a Chinese comment', async () => {
    const github = await mockGitHub();
    await runAction({ event, inputs: { language: 'zh' }, api: github.url });
    const body = github.comments[0]?.body;
    expect(body).toContain('这看起来是一个已知故障：[Loading');
    expect(body).toContain('](https://example.github.io/known-faults/zh/KF-9001/)');
    expect(body).toContain(`报告中的这一行与已知故障匹配：\n\n\`\`\`text\n${pluginError}`);
  });

  const SITE = 'an https address without user, query or fragment';

  test.each([
    ['mode', 'loud', 'comment, summary'],
    ['language', 'EN', 'en, zh'],
    ['dry-run', 'yes', 'false, true'],
    ['token', '', 'a token that may post comments'],
    ['ignore-label', '', 'the name of a label'],
    ['site', 'faults.example', SITE],
    ['site', 'http://faults.example', SITE],
    ['site', 'ftp://faults.example', SITE],
    ['site', 'ftp://localhost', SITE],
    ['site', 'https://a:b@faults.example', SITE],
    ['site', 'https://faults.example/?x', SITE],
  ])('%s: %j is invalid and fails the run', async (name, value, allowed) => {
    const { failed, log } = await runAction({ event, inputs: { [name]: value } });
    expect(log).toBe(
      `::error::Input ${name}: found ${JSON.stringify(value)}; allowed: ${allowed}\n`,
    );
    expect(failed).toBe(true);
  });

  test.each([
    ['{', {}, 'found text that is not JSON; allowed: a file with the payload of an event'],
    ['{}', {}, 'found an event without an issue; allowed: an issues event'],
    [
      '',
      { GITHUB_EVENT_PATH: '/nowhere' },
      'found ENOENT; allowed: a file with the payload of an event',
    ],
  ])('the event %j with %j is invalid and fails the run', async (payload, env, message) => {
    const { failed, log } = await runAction({ event: payload, env });
    expect(log).toBe(`::error::GITHUB_EVENT_PATH: ${message}\n`);
    expect(failed).toBe(true);
  });

  test.each([
    ['Example/example.github.io', 'https://example.github.io/KF-9001/'],
    ['Example/kf', 'https://example.github.io/kf/KF-9001/'],
  ])('without site, the articles of the Action %s are on its GitHub Pages', async (name, url) => {
    const env = { GITHUB_ACTION_REPOSITORY: name };
    const { outputs } = await runAction({ event, env, inputs: { mode: 'summary' } });
    expect(outputs['url']).toBe(url);
  });

  test.each([
    ['GITHUB_ACTION_REPOSITORY', ''],
    ['GITHUB_SERVER_URL', 'https://github.example.com'],
  ])('site is required with %s %j', async (name, value) => {
    const { failed, log } = await runAction({ event, env: { [name]: value } });
    expect(log).toBe(
      '::error::Input site: found ""; allowed: the address of the site, since it cannot be derived from the repository of the Action\n',
    );
    expect(failed).toBe(true);
  });
});

describe('with a site', () => {
  const FILE = '/sub/api/v1/knowledge.json';
  const updated = {
    ...knowledge,
    cards: { ...knowledge.cards, 'KF-9001': { ...knowledge.cards['KF-9002'] } },
  };

  /** Runs the Action with a site that has one file. */
  async function runWithSite(file: string, body: unknown, language = 'en') {
    const server = await mockServer(({ path }) => (path === file ? { body } : undefined));
    const site = `${server.url}/sub/`;
    const run = await runAction({ event, inputs: { mode: 'summary', language, site } });
    return { ...run, site, requested: server.requests.map(({ path }) => path) };
  }

  test.each([
    ['en', FILE, 'KF-9001/'],
    ['zh', '/sub/zh/api/v1/knowledge.json', 'zh/KF-9001/'],
  ])('in %s, the current knowledge of the site is used', async (language, file, article) => {
    const { log, summary, site, requested } = await runWithSite(file, updated, language);
    expect(requested).toEqual([file]);
    expect(log).toBe(FOUND);
    expect(summary).toContain(`[The bytecode cache is too small](${site}${article})`);
  });

  const invalid = 'its articles, cards or tables are not as they should be';

  test.each([
    ['without knowledge', undefined, 'it answered 404'],
    ['with other JSON', { version: 1 }, 'the version of its index is missing'],
    ['with HTML', '<!doctype html>', 'Unexpected token'],
    [
      'of a later version',
      { ...knowledge, version: 2 },
      'its version is 2, this program reads 1: take a newer release of this program',
    ],
    [
      'with an older index',
      { ...knowledge, index: { ...knowledge.index, version: 0 } },
      'the version of its index is 0, this program reads 4: build the site again',
    ],
    [
      'with invalid ids',
      { ...knowledge, index: { ...knowledge.index, articles: [{ id: '\n::error::x' }] } },
      invalid,
    ],
    ['with invalid cards', { ...knowledge, cards: { 'KF-9001': { title: 1 } } }, invalid],
  ])('%s, the knowledge of the release is used, with a warning', async (_name, data, reason) => {
    const file = data === undefined ? '/other.json' : FILE;
    const { failed, log, summary, site } = await runWithSite(file, data);
    expect(log).toContain(
      `::warning::${site} did not answer, continuing with the faults known at the release of the Action: ${reason}`,
    );
    expect(log).toContain(`\n${FOUND}`);
    expect(summary).toContain(`(${site}KF-9001/)`);
    expect(failed).toBe(false);
  });
});
