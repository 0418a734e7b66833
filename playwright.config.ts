import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/support/chromium.ts';

/** `TEST_PORT=4400 npm test` takes another port where this one is in use. */
const PORT = Number(process.env['TEST_PORT'] ?? 4399);
const executablePath = chromiumPath();

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // Generous, since other programs may keep the machine busy; a test that passes does not wait for them.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    {
      name: 'perf',
      testDir: 'tests/perf',
      testMatch: '*.spec.ts',
      fullyParallel: false,
      workers: 1,
    },
  ],
  use: {
    baseURL: `http://localhost:${PORT}`,
    // Recording costs a quarter of the time: `npx playwright test --project e2e --trace on` records a failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's sandbox does not start for root, the user of many CI machines.
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
