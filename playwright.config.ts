import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/support/chromium.ts';

/** Another one where this is taken: `TEST_PORT=4400 npm test`. */
const PORT = Number(process.env['TEST_PORT'] ?? 4399);
const executablePath = chromiumPath();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}`,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // The sandbox of Chromium does not start for root, as whom CI machines run.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: `node src/cli/serve/serve-command.ts --port ${PORT}`,
    port: PORT,
    reuseExistingServer: false,
  },
});
