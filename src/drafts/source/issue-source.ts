import { z } from 'zod';
import { trackerItem } from '../../domain/upstream/tracker-address.ts';

/** What a tracker says of an issue beside its text. */
export interface UpstreamIssue {
  url: string;
  isOpen: boolean;
  /** Closed as not planned, or by a label that says so. */
  isDeclined: boolean;
  isPullRequest: boolean;
  labels: readonly string[];
  milestone?: string;
  comments: readonly IssueComment[];
}

/** Where a comment stands among the lines of the source, both ends included. */
export interface IssueComment {
  from: number;
  to: number;
  /** Of somebody who may speak for the project, of somebody whose changes it has taken, of anybody else. */
  voice: 'maintainer' | 'contributor' | 'other';
  isBot: boolean;
}

/** What is read of an issue: more comments than this are a discussion, and nobody drafts from all of it. */
const MAX_COMMENTS = 200;

const name = z.union([z.string(), z.looseObject({ name: z.string() }).transform((of) => of.name)]);

/** GraphQL's names (as `gh` prints them) and those of the REST API; whatever else there is does not matter. */
const commentSchema = z.looseObject({
  body: z.string().nullish(),
  author: z.looseObject({ login: z.string() }).nullish(),
  user: z.looseObject({ login: z.string() }).nullish(),
  authorAssociation: z.string().nullish(),
  author_association: z.string().nullish(),
  createdAt: z.string().nullish(),
  created_at: z.string().nullish(),
});

const issueSchema = z.looseObject({
  title: z.string(),
  body: z.string().nullish(),
  url: z.string().nullish(),
  html_url: z.string().nullish(),
  state: z.string().nullish(),
  stateReason: z.string().nullish(),
  state_reason: z.string().nullish(),
  labels: z.array(name).nullish().catch(null),
  milestone: z.looseObject({ title: z.string() }).nullish().catch(null),
  pull_request: z.unknown().optional(),
  // The REST API gives their number here.
  comments: z.array(commentSchema).nullish().catch(null),
});

type Comment = z.infer<typeof commentSchema>;

const MAINTAINERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
const DECLINED_LABEL =
  /\b(?:invalid|wontfix|won't fix|not a bug|by design|not planned|usage question)\b/i;

/**
 * An issue as lines of Markdown: title, body, each comment below a heading that says whose it is.
 *
 * @param data parsed JSON; a list of one issue will do
 * @returns `undefined` for JSON of another shape
 */
export function readIssue(
  data: unknown,
): { title: string; lines: string[]; issue: UpstreamIssue } | undefined {
  const parsed = issueSchema.safeParse(Array.isArray(data) && data.length === 1 ? data[0] : data);
  if (!parsed.success) return undefined;
  const { title, body, labels, milestone, comments, ...rest } = parsed.data;
  if (typeof body !== 'string' && body !== null) return undefined;

  const heading = title.replace(/\s+/g, ' ').trim();
  const lines = [`# ${heading}`, '', ...linesOf(body ?? ''), ''];
  const placed = (comments ?? []).slice(0, MAX_COMMENTS).map((comment): IssueComment => {
    const from = lines.length + 1;
    const { login, association } = authorOf(comment);
    const day = (comment.createdAt ?? comment.created_at ?? '').slice(0, 10);
    const author = [login || 'somebody', association.toLowerCase(), day].filter(Boolean);
    lines.push(`## Comment by ${author.join(', ')}`, '', ...linesOf(comment.body ?? ''), '');
    return {
      from,
      to: lines.length,
      voice: MAINTAINERS.has(association)
        ? 'maintainer'
        : association === 'CONTRIBUTOR'
          ? 'contributor'
          : 'other',
      isBot: /\[bot\]$|^(?:github-actions|stale|codecov)/.test(login),
    };
  });
  const url = addressOf(rest.html_url ?? rest.url ?? '');
  const known = labels ?? [];
  const reason = rest.stateReason ?? rest.state_reason ?? '';
  return {
    title: heading,
    lines,
    issue: {
      url,
      isOpen: (rest.state ?? 'open').toLowerCase() === 'open',
      isDeclined: /not.planned/i.test(reason) || known.some((label) => DECLINED_LABEL.test(label)),
      isPullRequest: Boolean(rest.pull_request) || trackerItem(url)?.type === 'pull',
      labels: known,
      ...(milestone && { milestone: milestone.title }),
      comments: placed,
    },
  };
}

function linesOf(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').split('\n');
}

function authorOf({ author, user, authorAssociation, author_association }: Comment) {
  return {
    login: author?.login ?? user?.login ?? '',
    association: (authorAssociation ?? author_association ?? '').toUpperCase().replace('NONE', ''),
  };
}

/** The address that people open, also of an issue under its address for programs. */
function addressOf(url: string): string {
  return url.replace('https://api.github.com/repos/', 'https://github.com/').trim();
}
