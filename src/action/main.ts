/** GitHub Action: answers a new or edited issue with the article about the known fault that it reports. */
import { readFile } from 'node:fs/promises';
import { info, setFailed, setOutput, summary, warning } from '@actions/core';
import { RequestError } from '@octokit/request-error';
import { diagnose, type Finding } from '../diagnosis/diagnose.ts';
import type { Knowledge } from '../api/published-knowledge.ts';
import { answer, answeringComment, articleAddress, MARKER, retractingComment } from './comment.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { IssueComments } from './issue-comments.ts';
import { issueOf, type Issue } from './issue-event.ts';
import { shippedKnowledge, siteKnowledge } from './action-knowledge.ts';
import { readIssue } from './read-issue.ts';
import { InputError } from './input-error.ts';

const { env } = process;

// Never print text from an issue: a line of it might be a workflow command.

async function main(): Promise<void> {
  const inputs = readInputs(env);
  const event = issueOf(env['GITHUB_EVENT_NAME'] ?? '', await payload(), inputs.ignoreLabel);
  if ('reason' in event) return info(`Nothing to do: ${event.reason}`);
  const known = await knowledgeFor(inputs);
  const [finding] = diagnose(known.index, readIssue(event.issue), { limit: 1 }).findings;
  const text = finding && answerTo(finding, known, inputs);
  if (inputs.mode === 'summary') return summarize(text);
  await converse(event.issue, text, inputs);
}

async function payload(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch (error) {
    const { code = 'text that is not JSON' } = error as NodeJS.ErrnoException;
    throw new InputError(
      `GITHUB_EVENT_PATH: found ${code}; allowed: a file with the payload of an event`,
    );
  }
}

async function knowledgeFor({ isSiteAsked, site, language }: Inputs): Promise<Knowledge> {
  if (!isSiteAsked) return shippedKnowledge(language);
  try {
    return await siteKnowledge(site, language);
  } catch (error) {
    warning(
      `${site} did not answer, continuing with the faults known at the release of the Action: ${why(error)}`,
    );
    return shippedKnowledge(language);
  }
}

/** Sets the outputs for a finding and returns the answer, or `undefined` if the finding is not certain. */
function answerTo(
  { id, confidence, line }: Finding,
  { cards }: Knowledge,
  { site, language }: Inputs,
): string | undefined {
  const address = articleAddress(site, id, language);
  setOutput('id', id);
  setOutput('url', address);
  setOutput('confidence', confidence);
  info(`Matched ${id}, confidence ${confidence}.`);
  const card = cards[id];
  return confidence === 'high' && card ? answer(card, address, line.text, language) : undefined;
}

async function summarize(text: string | undefined): Promise<void> {
  if (text === undefined) return info('No known fault matches with certainty: no summary.');
  await summary.addRaw(text, true).write();
}

/** Creates, updates or retracts the comment of the Action. */
async function converse(issue: Issue, text: string | undefined, inputs: Inputs): Promise<void> {
  const { token, language, ignoreLabel, isDryRun } = inputs;
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const comments = new IssueComments({ api, token, owner, repo, issue: issue.number });
  const own = await comments.own(MARKER);
  if (!own && text === undefined) {
    return info('No known fault matches with certainty: no comment.');
  }
  if (own) setOutput('comment-url', own.url);
  const body =
    text === undefined
      ? retractingComment(language)
      : answeringComment(text, ignoreLabel, language);
  if (own && isSame(own.body, body)) return info('The comment is up to date.');
  if (isDryRun) {
    info(
      `Dry run: would ${own ? 'update the' : 'post a'} comment; its text is in the job summary.`,
    );
    return summarize(body);
  }
  if (own) await comments.update(own.id, body);
  else setOutput('comment-url', await comments.create(body));
  info(own ? 'Updated the comment.' : 'Posted a comment.');
}

/** Compares two texts. The tracker may change line endings. */
const isSame = (a: string, b: string) => a.replaceAll('\r\n', '\n').trim() === b.trim();

/** Returns the reason of an error. Network errors carry it in `cause`, sometimes only as a code. */
function why(error: unknown): string {
  const { message, cause, code } = error as NodeJS.ErrnoException;
  return cause instanceof Error ? why(cause) : message || (code ?? 'no reason given');
}

/** Fails the run for errors that the owner of the workflow can fix; others only produce a warning. */
function end(error: Error): void {
  if (error instanceof InputError) return setFailed(error.message);
  const isRefused =
    error instanceof RequestError &&
    (error.status === 401 || /not accessible by/.test(error.message));
  if (!isRefused) return warning(`No answer this time: ${why(error)}`);
  setFailed(
    `The token may not post comments (${error.message}). The job needs permissions: issues: write`,
  );
}

await main().catch(end);
