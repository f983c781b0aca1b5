import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests. Each worker starts its own portal on a free port (tests/e2e/portal.ts), so nothing is shared. Those of the corpus
 * (tests/corpus) share what is built of public descriptions; `PORTAL_CORPUS=all` takes all of them.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  // A test that passes only the second time is listed as flaky: a fault to be mended, not a reason to hold back what others made.
  retries: 1,
  // A machine that is shared may be slow; a page that is wrong stays wrong.
  expect: { timeout: 15_000 },
  globalSetup: './tests/e2e/build-portal.ts',
  reporter: [['list']],
  projects: [
    { name: 'e2e', testMatch: 'e2e/*.e2e.ts' },
    { name: 'corpus-build', testMatch: 'corpus/build.e2e.ts' },
    {
      name: 'corpus',
      testMatch: 'corpus/*.e2e.ts',
      testIgnore: 'corpus/build.e2e.ts',
      dependencies: ['corpus-build'],
    },
  ],
  use: {
    // What is recorded costs a fifth of the time: only where a test is tried again.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
