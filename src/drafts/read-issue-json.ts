import { z } from 'zod';
import { trackerItem } from '../domain/upstream/tracker-address.ts';

/** Metadata of an issue. */
export interface Issue {
  /** The address for people, also if the JSON names that of the API; empty if there is none. */
  url: string;
  isOpen: boolean;
  /** Closed as not planned. */
  isDeclined: boolean;
  isPullRequest: boolean;
  labels: readonly string[];
  milestone?: string;
}

/** Maximum number of comments read. */
const MAX_COMMENTS = 200;

const name = z.union([z.string(), z.looseObject({ name: z.string() }).transform((of) => of.name)]);
const login = z.looseObject({ login: z.string() }).nullish();
const text = z.string().nullish();

/** Field names of GraphQL (printed by `gh`) and of the REST API. */
const commentSchema = z.looseObject({
  body: text,
  author: login,
  user: login,
  authorAssociation: text,
  author_association: text,
  createdAt: text,
  created_at: text,
});

const issueSchema = z.looseObject({
  title: z.string(),
  body: z.string().nullable(),
  url: text,
  html_url: text,
  state: text,
  stateReason: text,
  state_reason: text,
  createdAt: text,
  created_at: text,
  closedAt: text,
  closed_at: text,
  labels: z.array(name).nullish().catch(null),
  milestone: z.looseObject({ title: z.string() }).nullish().catch(null),
  pull_request: z.unknown().optional(),
  // A number in the REST API.
  comments: z.array(commentSchema).nullish().catch(null),
});

/**
 * Reads an issue as Markdown: the title, when it was opened and closed, the body, and each comment below a heading that
 * names its author.
 *
 * @param data parsed JSON: an issue, or a list of one issue
 * @returns `undefined` for JSON of another shape
 */
export function readIssue(
  data: unknown,
): { title: string; lines: string[]; issue: Issue } | undefined {
  const parsed = issueSchema.safeParse(Array.isArray(data) && data.length === 1 ? data[0] : data);
  if (!parsed.success) return undefined;
  const { title, body, comments } = parsed.data;
  const heading = title.replace(/\s+/g, ' ').trim();
  const dates = datesOf(parsed.data);
  return {
    title: heading,
    lines: [
      `# ${heading}`,
      '',
      ...(dates === '' ? [] : [dates, '']),
      ...linesOf(body),
      '',
      ...(comments ?? []).slice(0, MAX_COMMENTS).flatMap(commentLines),
    ],
    issue: metadataOf(parsed.data),
  };
}

type IssueData = z.infer<typeof issueSchema>;

function datesOf(data: IssueData): string {
  const opened = day(data.createdAt ?? data.created_at);
  const closed = day(data.closedAt ?? data.closed_at);
  return [opened && `Opened on ${opened}.`, closed && `Closed on ${closed}.`]
    .filter(Boolean)
    .join(' ');
}

function metadataOf({ labels, milestone, pull_request, ...data }: IssueData): Issue {
  const url = (data.html_url ?? data.url ?? '')
    .replace('https://api.github.com/repos/', 'https://github.com/')
    .trim();
  return {
    url,
    isOpen: (data.state ?? 'open').toLowerCase() === 'open',
    isDeclined: /not.planned/i.test(data.stateReason ?? data.state_reason ?? ''),
    isPullRequest: Boolean(pull_request) || trackerItem(url)?.type === 'pull',
    labels: labels ?? [],
    ...(milestone && { milestone: milestone.title }),
  };
}

function commentLines(comment: z.infer<typeof commentSchema>): string[] {
  const association = comment.authorAssociation ?? comment.author_association ?? '';
  const by = [
    comment.author?.login ?? comment.user?.login ?? 'unknown',
    association.toUpperCase() === 'NONE' ? '' : association.toLowerCase(),
    day(comment.createdAt ?? comment.created_at),
  ];
  return [`## Comment by ${by.filter(Boolean).join(', ')}`, '', ...linesOf(comment.body), ''];
}

/** The date of a timestamp: `2026-11-21`. */
const day = (timestamp: string | null | undefined) => timestamp?.slice(0, 10) ?? '';

const linesOf = (body: string | null | undefined) =>
  (body ?? '').replace(/\r\n?/g, '\n').split('\n');
