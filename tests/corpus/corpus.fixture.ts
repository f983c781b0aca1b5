import { test as base } from '@playwright/test';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { corpus, type Corpus } from './corpus.ts';

/** The built corpus, and a service that serves it. A page's complaints are gathered by `visit.ts`. */
export const test = base.extend<object, { corpus: Corpus; portal: RunningPortal }>({
  corpus: [
    async ({ browserName: _ }, use) => {
      await use(corpus());
    },
    { scope: 'worker' },
  ],
  portal: [
    async ({ corpus }, use) => {
      const portal = await runPortal(corpus.environment);
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.origin),
});
