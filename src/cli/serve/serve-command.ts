import { existsSync } from 'node:fs';
import path from 'node:path';
import { baseContext } from '../shared/command-context.ts';
import { defineCommand } from '../shared/define-command.ts';
import { runCommand } from '../shared/run-command.ts';
import { UsageError } from '../shared/usage-error.ts';
import { serve } from './serve.ts';

const USAGE = `Usage: npm run serve [-- OPTIONS]

Serves the built site on this machine as a static host does. Press Ctrl+C to
stop.
  --dir DIR    folder of the built site (default: dist)
  --port PORT  port to listen on; 0 picks a free one (default: 4321)
  --base PATH  base path that the site was built for, such as /known-faults
Exit code: 1 the port is in use, 2 usage error.`;

const SERVING = 0;
const PORT_IN_USE = 1;

/** `npm run serve` */
export const serveCommand = defineCommand({
  name: 'npm run serve',
  usage: USAGE,
  examples: ['npm run serve -- --port 8080', 'npm run serve -- --base /known-faults'],
  options: {
    dir: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
    base: { type: 'string', default: '' },
  },
  async run({ values: { dir, port: portText, base } }, { root, stdout, stderr }) {
    const port = Number(portText);
    if (!/^\d+$/.test(portText) || port > 65_535) {
      throw new UsageError(`--port: found ${portText}; allowed: a number from 0 to 65535.`);
    }
    const folder = path.resolve(root, dir);
    if (!existsSync(path.join(folder, '404.html'))) {
      throw new UsageError(`--dir: found no built site in ${dir}; run \`npm run build\` first.`);
    }
    try {
      const server = await serve({ dir: folder, port, base });
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      stdout.write(
        `\nKnown Faults is running at http://localhost:${actual}${base}/ (press Ctrl+C to stop)\n`,
      );
      // The server keeps the process alive.
      return SERVING;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      stderr.write(
        `Port ${port} is already in use. Choose another one: npm run serve -- --port 4322\n`,
      );
      return PORT_IN_USE;
    }
  },
});

if (import.meta.main) await runCommand(serveCommand, baseContext());
