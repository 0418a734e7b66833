import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A comment as GitHub keeps it. */
export interface Comment {
  id: number;
  body: string;
  user: { id: number; login: string };
  html_url: string;
}

/** What somebody asked of GitHub. */
export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

/** An answer other than the usual one; `cut` ends the connection without any. */
export type Answer = { status: number; headers?: Record<string, string>; message?: string } | 'cut';

/** What stands before the paths on a GitHub Enterprise Server, of the one API and of the other. */
const ENTERPRISE = /^\/api(?:\/v3(?=\/)|(?=\/graphql$))/;

const COMMENTS = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/comments$/;
const COMMENT = /^\/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/;

/** Users of the stand-in: the one that every token belongs to, and somebody else. */
export const bot = { id: 41_898_282, login: 'github-actions[bot]' };
export const stranger = { id: 7, login: 'stranger' };

/**
 * A stand-in of GitHub's API on the loopback: the comments of one issue, and whose token it is. It remembers what was
 * asked of it, and answers as it was told before it answers as usual.
 */
export class GitHub {
  readonly calls: Call[] = [];
  readonly comments: Comment[] = [];
  /** Answers to the next calls; `undefined` is the usual one. */
  readonly answers: (Answer | undefined)[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** Base address of the API. */
  url = '';

  static async start(): Promise<GitHub> {
    const github = new GitHub();
    await new Promise<void>((resolve) => github.#server.listen(0, '127.0.0.1', resolve));
    github.url = `http://127.0.0.1:${(github.#server.address() as AddressInfo).port}`;
    return github;
  }

  /** Ends it; its address then refuses every connection. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Adds a comment as its writer would. */
  write(body: string, user: Comment['user']): Comment {
    const id = 5_000_000_000 + this.comments.length;
    const html_url = `https://github.com/acme/quill/issues/12#issuecomment-${id}`;
    const comment = { id, body, user, html_url };
    this.comments.push(comment);
    return comment;
  }

  /** What was written: method, path and body of the calls that change something. */
  get written(): (string | undefined)[][] {
    return this.calls
      .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
      .map(({ method, path, body }) => [method, path, body['body'] as string]);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname: path, searchParams } = new URL(request.url ?? '/', this.url);
    const body = method === 'GET' ? {} : ((await json(request)) as Record<string, unknown>);
    const query = Object.fromEntries(searchParams);
    this.calls.push({ method, path, query, authorization: headers.authorization, body });
    const answer = this.answers.shift();
    if (answer === 'cut') return void request.socket.destroy();
    const send = (status: number, data: unknown) => {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        ...answer?.headers,
      });
      response.end(JSON.stringify(data));
    };
    if (answer) return send(answer.status, { message: answer.message ?? 'Refused' });
    this.#answer({ method, path: path.replace(ENTERPRISE, ''), query, body }, send);
  }

  #answer(
    { method, path, query, body }: Omit<Call, 'authorization'>,
    send: (status: number, data: unknown) => void,
  ): void {
    if (method === 'POST' && path === '/graphql') {
      return send(200, { data: { viewer: { databaseId: bot.id } } });
    }
    if (method === 'GET' && COMMENTS.test(path)) {
      const size = Math.min(Number(query['per_page'] ?? 30), 100);
      const start = (Number(query['page'] ?? 1) - 1) * size;
      return send(200, this.comments.slice(start, start + size));
    }
    if (method === 'POST' && COMMENTS.test(path)) {
      return send(201, this.write(String(body['body']), bot));
    }
    const [, id] = COMMENT.exec(path) ?? [];
    const comment = this.comments.find((candidate) => candidate.id === Number(id));
    if (method !== 'PATCH' || !comment) return send(404, { message: 'Not Found' });
    comment.body = String(body['body']);
    return send(200, comment);
  }
}
