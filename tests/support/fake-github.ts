import { mockServer, type RecordedRequest, type Reply } from './mock-server.ts';

/** A comment as GitHub's REST API returns it. */
export interface Comment {
  id: number;
  body: string;
  user: { id: number; login: string };
  html_url: string;
}

/** Prefix of the REST and of the GraphQL API on a GitHub Enterprise Server. */
const ENTERPRISE = /^\/api(?:\/v3(?=\/)|(?=\/graphql$))/;

const COMMENTS = /^\/repos\/[^/]+\/[^/]+\/issues\/\d+\/comments$/;
const COMMENT = /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/;

/** The user that every token belongs to. */
export const bot = { id: 41_898_282, login: 'github-actions[bot]' };
export const stranger = { id: 7, login: 'stranger' };

/** GitHub's API for the comments of one issue, on the loopback interface until the test ends. */
export async function mockGitHub() {
  const comments: Comment[] = [];
  /** Replies to the next requests; `undefined` stands for the regular reply. */
  const replies: (Reply | undefined)[] = [];

  const addComment = (body: string, user: Comment['user']): Comment => {
    const id = 5_000_000_000 + comments.length;
    const html_url = `https://github.com/example/demo/issues/12#issuecomment-${id}`;
    const comment = { id, body, user, html_url };
    comments.push(comment);
    return comment;
  };

  const regularReply = ({ method, path, body }: RecordedRequest): Reply | undefined => {
    const url = new URL(path, 'http://localhost');
    const route = url.pathname.replace(ENTERPRISE, '');
    const given = method === 'GET' ? '' : String(JSON.parse(body)['body']);
    if (route === '/graphql') return { body: { data: { viewer: { databaseId: bot.id } } } };
    if (COMMENTS.test(route)) {
      if (method === 'POST') return { status: 201, body: addComment(given, bot) };
      const size = Number(url.searchParams.get('per_page'));
      const start = (Number(url.searchParams.get('page')) - 1) * size;
      return { body: comments.slice(start, start + size) };
    }
    const [, id] = COMMENT.exec(route) ?? [];
    const comment = comments.find((candidate) => candidate.id === Number(id));
    if (method !== 'PATCH' || !comment) return undefined;
    comment.body = given;
    return { body: comment };
  };

  const { url, requests } = await mockServer((request) => replies.shift() ?? regularReply(request));
  return {
    url,
    requests,
    comments,
    replies,
    addComment,
    /** Returns method, path and text of the requests that create or change a comment. */
    written: () =>
      requests
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
        .map(({ method, path, body }) => [method, path, JSON.parse(body)['body']]),
  };
}
