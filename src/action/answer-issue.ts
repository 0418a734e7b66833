import { readFile } from 'node:fs/promises';
import { RequestError } from '@octokit/request-error';
import { localization } from '../diagnosis/clean/localized/localization.ts';
import { diagnose, type Finding } from '../diagnosis/diagnose.ts';
import { answerFault } from '../domain/lookup/answer-fault.ts';
import type { Reader } from '../domain/lookup/fill-answer.ts';
import { rowFinder } from '../domain/lookup/find-row.ts';
import type { Knowledge } from '../api/published-knowledge.ts';
import type { ActionContext } from './action-context.ts';
import { siteKnowledge } from './action-knowledge.ts';
import { answer, answeringComment, articleAddress, MARKER, retractingComment } from './comment.ts';
import { InputError } from './input-error.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { IssueComments } from './issue-comments.ts';
import { issueOf, type Issue } from './issue-event.ts';
import { readIssue } from './read-issue.ts';

// Nothing from an issue is ever printed: a line of it could be a workflow command to the runner.

/**
 * Answers a new or edited issue with the article about the known fault that it reports. Only what the owner of the
 * workflow can fix fails the run; an unreachable tracker or an error of ours is a warning.
 */
export async function answerIssue(context: ActionContext): Promise<void> {
  try {
    await run(context);
  } catch (error) {
    if (error instanceof InputError) return context.setFailed(error.message);
    if (!isForbidden(error)) return context.warning(`No answer this time: ${reasonOf(error)}`);
    context.setFailed(
      `The token may not post comments (${error.message}). The job needs permissions: issues: write`,
    );
  }
}

async function run(context: ActionContext): Promise<void> {
  const { env, info } = context;
  const inputs = readInputs(context);
  const event = issueOf(env['GITHUB_EVENT_NAME'] ?? '', await readEvent(env), inputs.ignoreLabel);
  if ('reason' in event) return info(`Nothing to do: ${event.reason}`);
  const knowledge = await knowledgeFor(inputs, context);
  const { findings, environment } = diagnose(knowledge.index, readIssue(event.issue), {
    limit: 1,
    localization,
    findRow: rowFinder(knowledge.tables ?? {}),
  });
  const [finding] = findings;
  const reader = { locale: inputs.language, system: environment.system };
  const text = finding && reportFinding(finding, reader, knowledge, inputs, context);
  if (inputs.mode === 'comment') return updateComment(event.issue, text, inputs, context);
  if (text === undefined) return info('No known fault matches with certainty: no summary.');
  await context.writeSummary(text);
}

async function readEvent(env: ActionContext['env']): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch (error) {
    const { code = 'text that is not JSON' } = error as NodeJS.ErrnoException;
    throw new InputError(
      `GITHUB_EVENT_PATH: found ${code}; allowed: a file with the payload of an event`,
    );
  }
}

async function knowledgeFor(
  { isSiteAsked, site, language }: Inputs,
  { shippedKnowledge, warning }: ActionContext,
): Promise<Knowledge> {
  if (!isSiteAsked) return shippedKnowledge(language);
  try {
    return await siteKnowledge(site, language);
  } catch (error) {
    warning(
      `${site} did not answer, continuing with the faults known at the release of the Action: ${reasonOf(error)}`,
    );
    return shippedKnowledge(language);
  }
}

/** Sets the outputs for a finding; returns the answer to the issue, `undefined` unless the confidence is high. */
function reportFinding(
  { id, confidence, line, named }: Finding,
  reader: Reader,
  { cards }: Knowledge,
  { site, language }: Inputs,
  { setOutput, info }: ActionContext,
): string | undefined {
  const address = articleAddress(site, id, language);
  setOutput('id', id);
  setOutput('url', address);
  setOutput('confidence', confidence);
  info(`Matched ${id}, confidence ${confidence}.`);
  const card = cards[id];
  if (confidence !== 'high' || !card) return undefined;
  const fault = { affected: card.affected, ...answerFault(card, named, reader) };
  return answer(fault, address, line.text, language);
}

/** Creates the comment, updates it to the new answer, or replaces an answer that no longer applies. */
async function updateComment(
  issue: Issue,
  text: string | undefined,
  { token, language, ignoreLabel, isDryRun }: Inputs,
  { env, info, setOutput, writeSummary, second }: ActionContext,
): Promise<void> {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const comments = new IssueComments({ api, token, owner, repo, issue: issue.number, second });
  const own = await comments.findOwn(MARKER);
  if (!own && text === undefined) {
    return info('No known fault matches with certainty: no comment.');
  }
  if (own) setOutput('comment-url', own.url);
  const body =
    text === undefined
      ? retractingComment(language)
      : answeringComment(text, ignoreLabel, language);
  if (own && isSameText(own.body, body)) return info('The comment is up to date.');
  if (isDryRun) {
    info(
      `Dry run: would ${own ? 'update the' : 'post a'} comment; its text is in the job summary.`,
    );
    await writeSummary(body);
    return;
  }
  if (own) await comments.update(own.id, body);
  else setOutput('comment-url', await comments.create(body));
  info(own ? 'Updated the comment.' : 'Posted a comment.');
}

/** Ignores line endings, which GitHub may change. */
const isSameText = (a: string, b: string) => a.replaceAll('\r\n', '\n').trim() === b.trim();

/** Returns the message of the innermost cause; network errors at times have only a code. */
function reasonOf(error: unknown): string {
  const { message, cause, code } = error as NodeJS.ErrnoException;
  return cause instanceof Error ? reasonOf(cause) : message || (code ?? 'no reason given');
}

function isForbidden(error: unknown): error is RequestError {
  return (
    error instanceof RequestError &&
    (error.status === 401 || /not accessible by/.test(error.message))
  );
}
