import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/same-cases-each-run.ts'];
const never = ['**/node_modules/**', 'build/**', 'tests/e2e/**', 'tests/robustness/**', '.data/**'];

/**
 * Four kinds of unit test: of the site (jsdom), of the service (beside one PostgreSQL for the whole run), of robustness (real
 * processes, one after the other), and of everything else. A project's set-up runs only where one of its files does.
 */
export default defineConfig({
  test: {
    // By default one core is left free, which of two is half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'service',
          setupFiles,
          include: ['service/**/*.test.ts'],
          exclude: never,
          globalSetup: ['tests/support/one-postgres-a-run.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tools',
          setupFiles,
          include: ['**/*.test.ts'],
          exclude: [...never, 'service/**', 'src/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'robustness',
          // Deadlines of a second, on a machine that may be shared: tried once more, and told.
          retry: 1,
          include: ['tests/robustness/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: {
          alias: [
            { find: '@site', replacement: fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
            // As in a browser: package.json (`imports`) has another for the server.
            {
              find: '#highlight-at-once',
              replacement: fileURLToPath(new URL('src/ui/highlight/at-once.ts', import.meta.url)),
            },
            // Docusaurus resolves these in its bundler only; outside of it, fakes stand in (tests/support/docusaurus/).
            {
              find: /^@docusaurus\/(?=[A-Z]|use|router$)/,
              replacement: fileURLToPath(new URL('tests/support/docusaurus/', import.meta.url)),
            },
          ],
        },
        test: {
          name: 'site',
          setupFiles,
          testTimeout: 20_000,
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: never,
          environment: 'jsdom',
        },
      },
    ],
  },
});
