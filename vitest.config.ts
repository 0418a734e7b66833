import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // As many as CI's machine has cores; Vitest's default leaves one of two idle.
    maxWorkers: 2,
    // The commands speak the language of the machine; tests expect English.
    env: { LC_ALL: '', LC_MESSAGES: 'C' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,fuzz}/**/*.test.ts'],
          // Some start processes, which take long on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          // Some build a site, which takes long on a busy machine.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'perf',
          include: ['tests/perf/**/*.test.ts'],
          // One at a time, so that the tests do not slow each other down.
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'builds',
          include: ['tests/builds/**/*.test.ts'],
          // Each test builds the whole site, some twice.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'smoke',
          include: ['tests/smoke/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
