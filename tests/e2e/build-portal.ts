import { ensureBuilt } from '../../cli/build/ensure-built.ts';

/** Playwright's global set-up: the site as `npm start` would build it. */
export default async function buildPortal(): Promise<void> {
  await ensureBuilt();
}
