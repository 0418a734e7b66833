import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { CommandContext } from '../../src/cli/shared/command-context.ts';
import { Output } from '../../src/cli/shared/output.ts';

/** Answer of a mock server. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** A string is sent as it is, anything else as JSON; `undefined` sends an empty body. */
  body?: unknown;
  /** Closes the connection: before the status line, or halfway through the body. */
  cut?: 'at once' | 'in the body';
}

export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/**
 * Starts a server on the loopback interface that runs until the test ends.
 *
 * @param answer called for each request; `undefined` answers 404
 * @returns its address, and the requests in the order in which they came
 */
export async function mockServer(
  answer: (request: RecordedRequest) => Reply | undefined,
): Promise<{ url: string; requests: RecordedRequest[] }> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const recorded = { method, path, headers, body: await text(request) };
    requests.push(recorded);
    send(response, answer(recorded) ?? { status: 404, body: NOT_FOUND });
  });
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: addressOf(server), requests };
}

const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const NOT_FOUND = { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' };

function send(response: ServerResponse, { status = 200, headers = {}, body, cut }: Reply): void {
  if (cut === 'at once') {
    response.destroy();
    return;
  }
  const content = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  if (cut === 'in the body') {
    response.write(content.slice(0, content.length / 2), () => response.destroy());
    return;
  }
  response.end(content);
}

/** Returns the address of a port that refuses connections. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await listen(server);
  const address = addressOf(server);
  await new Promise((resolve) => server.close(resolve));
  return address;
}

/** An output that keeps what is written to it. */
export class MemoryOutput extends Output {
  text = '';

  constructor(isTTY = false) {
    const write = (chunk: Buffer, _encoding: string, done: () => void) => {
      this.text += chunk.toString();
      done();
    };
    super(Object.assign(new Writable({ write }), { isTTY }));
  }
}

/** Port 9 (discard) refuses connections: a test that forgets to mock a server fails instead of reaching a real one. */
const REFUSED = 'http://127.0.0.1:9';

/**
 * Returns the dependencies of a command under test: output is kept in memory, back-off takes milliseconds.
 *
 * @param root folder that the command works in
 * @param other replaces single dependencies
 */
export function testContext<Other extends object = object>(
  root: string,
  env: CommandContext['env'] = {},
  other = {} as Other,
) {
  return {
    root,
    env: { GITHUB_API_URL: REFUSED, PYPI_INDEX_URL: REFUSED, CRATES_INDEX_URL: REFUSED, ...env },
    stdin: Readable.from([]) as CommandContext['stdin'],
    stdout: new MemoryOutput(),
    stderr: new MemoryOutput(),
    today: '2026-03-01',
    signal: new AbortController().signal,
    second: 1,
    ...other,
  };
}
