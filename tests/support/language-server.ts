import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { root } from './root.ts';

/** Messages that an editor shows for a file. */
export interface Editor {
  /** Labels offered where `marker` ends. */
  completionsBehind(marker: string): Promise<string[]>;
  /** Messages of the problems that are underlined. */
  problems(): Promise<string[]>;
  close(): void;
}

interface Completions {
  items: { label: string }[];
}

interface Diagnostics {
  items: { message: string; source?: string }[];
}

/**
 * Opens a file as VS Code does with Astro's extension and the settings of this project: it asks the language server
 * that the extension brings along.
 *
 * @param workspace folder of the project that is open
 * @param change what the writer has typed since the file was read
 */
export async function openInEditor(
  workspace: string,
  file: string,
  change: (text: string) => string,
): Promise<Editor> {
  const settings = JSON.parse(readFileSync(path.join(root, '.vscode/settings.json'), 'utf8'));
  const server = spawn(
    process.execPath,
    [path.join(root, 'node_modules/@astrojs/language-server/bin/nodeServer.js'), '--stdio'],
    { cwd: workspace },
  );
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  // The server asks for settings and for leave to watch files; an editor without any says so.
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();

  const rootUri = pathToFileURL(`${workspace}/`).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'workshop' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: {
      typescript: { tsdk: path.join(root, 'node_modules/typescript/lib') },
      contentIntellisense: settings['astro.content-intellisense'],
    },
  });
  await connection.sendNotification('initialized', {});

  const target = path.join(workspace, file);
  const uri = pathToFileURL(target).href;
  const text = change(readFileSync(target, 'utf8'));
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'mdx', version: 1, text },
  });
  const textDocument = { uri };
  return {
    async completionsBehind(marker) {
      const before = text.slice(0, text.indexOf(marker) + marker.length).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      const { items } = await connection.sendRequest<Completions>('textDocument/completion', {
        textDocument,
        position,
      });
      return items.map(({ label }) => label);
    },
    async problems() {
      const { items } = await connection.sendRequest<Diagnostics>('textDocument/diagnostic', {
        textDocument,
      });
      return items.map(({ message }) => message);
    },
    close() {
      connection.dispose();
      server.kill();
    },
  };
}
