import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { CommandContext } from '../../src/cli/shared/command-context.ts';

/** What a stand-in of somebody else's server answers. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** A text is sent as it is, anything else as JSON; absent: an empty body. */
  body?: unknown;
  /** The connection is cut: before a word, or in the middle of the body. */
  cut?: 'at once' | 'in the body';
}

/** A request that a stand-in has had. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/**
 * Starts a server on this machine that answers as it is told, until the test ends.
 *
 * @param answer called for each request
 * @returns its address and the requests that it has had
 */
export async function mockServer(
  answer: (request: RecordedRequest) => Reply | undefined,
): Promise<{ url: string; had: RecordedRequest[] }> {
  const had: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      had.push({ method, path, headers, body });
      send(response, answer({ method, path, headers, body }) ?? { status: 404, body: NOT_FOUND });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, had };
}

const NOT_FOUND = { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' };

function send(response: ServerResponse, { status = 200, headers = {}, body, cut }: Reply): void {
  if (cut === 'at once') {
    response.destroy();
    return;
  }
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  if (cut === 'in the body') {
    response.write(text.slice(0, text.length / 2), () => response.destroy());
    return;
  }
  response.end(text);
}

/** An address of this machine at which nobody answers. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A stream that keeps what is written to it. */
export class MemoryStream extends Writable {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY = false) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

/** A world in which a command that asks upstream meets nobody but stand-ins, and waiting takes no time. */
export function testContext(
  root: string,
  env: CommandContext['env'],
  other: Partial<CommandContext> = {},
): CommandContext & { stdout: MemoryStream; stderr: MemoryStream } {
  const refused = 'http://127.0.0.1:9';
  return {
    root,
    env: { GITHUB_API_URL: refused, PYPI_INDEX_URL: refused, CRATES_INDEX_URL: refused, ...env },
    today: '2026-03-01',
    signal: new AbortController().signal,
    second: 1,
    ...other,
    stdout: new MemoryStream(),
    stderr: (other.stderr as MemoryStream | undefined) ?? new MemoryStream(),
  };
}
