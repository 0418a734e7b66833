import { InputError } from './input-error.ts';

/** An issue as its author wrote it. */
export interface Issue {
  number: number;
  title: string;
  body: string;
}

/** The fields of GitHub's payload that are looked at; anything may be missing. */
interface Payload {
  action?: unknown;
  sender?: { type?: unknown };
  issue?: {
    number?: unknown;
    title?: unknown;
    body?: unknown;
    state?: unknown;
    locked?: unknown;
    pull_request?: unknown;
    labels?: unknown;
  };
}

const READ = ['opened', 'edited', 'reopened'];

/**
 * The issue of an event, or the reason why it is left alone.
 *
 * @param name of the event
 * @param payload as GitHub wrote it
 * @param ignoreLabel an issue that has it is left alone
 * @throws WrongInput where there is no issue in an event of issues
 */
export function issueOf(
  name: string,
  payload: unknown,
  ignoreLabel: string,
): { issue: Issue } | { reason: string } {
  if (name !== 'issues') return { reason: `only events of issues are read, this is ${name}.` };
  const { action, sender, issue } = (payload ?? {}) as Payload;
  if (typeof issue?.number !== 'number' || typeof issue.title !== 'string') {
    throw new InputError('GITHUB_EVENT_PATH: found no issue in the event');
  }
  if (!READ.includes(String(action))) return { reason: `only ${READ.join(', ')} issues are read.` };
  if (issue.pull_request) return { reason: 'it is a pull request.' };
  if (issue.state === 'closed') return { reason: 'the issue is closed.' };
  if (issue.locked === true) return { reason: 'the issue is locked.' };
  if (sender?.type === 'Bot') return { reason: 'a bot did it.' };
  if (labelsOf(issue.labels).includes(ignoreLabel)) return { reason: 'the issue opted out.' };
  const { number, title, body } = issue;
  return { issue: { number, title, body: typeof body === 'string' ? body : '' } };
}

function labelsOf(labels: unknown): unknown[] {
  if (!Array.isArray(labels)) return [];
  return labels.map((label) => (label as { name?: unknown } | null)?.name);
}
