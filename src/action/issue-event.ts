import { InputError } from './input-error.ts';

/** Untrusted text of an issue, as its author wrote it. */
export interface Issue {
  number: number;
  title: string;
  body: string;
}

/** The fields in use of the payload of an event; any may be missing. */
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

const ACTIONS: readonly unknown[] = ['opened', 'edited', 'reopened'];

/**
 * Returns the issue of an event, or the reason why the Action ignores it.
 *
 * @param name of the event
 * @param payload parsed JSON, not yet validated
 * @param ignoreLabel name of the label that opts an issue out
 * @throws {InputError} when an `issues` event has no issue
 */
export function issueOf(
  name: string,
  payload: unknown,
  ignoreLabel: string,
): { issue: Issue } | { reason: string } {
  if (name !== 'issues') return { reason: `the event is ${name}; only issues events are handled.` };
  const { action, sender, issue } = (payload ?? {}) as Payload;
  if (typeof issue?.number !== 'number' || typeof issue.title !== 'string') {
    throw new InputError(
      'GITHUB_EVENT_PATH: found an event without an issue; allowed: an issues event',
    );
  }
  if (!ACTIONS.includes(action))
    return { reason: `only ${ACTIONS.join(', ')} issues are handled.` };
  if (issue.pull_request) return { reason: 'it is a pull request.' };
  if (issue.state === 'closed') return { reason: 'the issue is closed.' };
  if (issue.locked === true) return { reason: 'the issue is locked.' };
  if (sender?.type === 'Bot') return { reason: 'the event was triggered by a bot.' };
  if (labelsOf(issue.labels).includes(ignoreLabel))
    return { reason: 'the issue has the label that opts it out.' };
  const { number, title, body } = issue;
  return { issue: { number, title, body: typeof body === 'string' ? body : '' } };
}

function labelsOf(labels: unknown): unknown[] {
  if (!Array.isArray(labels)) return [];
  return labels.map((label) => (label as { name?: unknown } | null)?.name);
}
