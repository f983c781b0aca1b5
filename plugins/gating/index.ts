import { type LoadedPortal, portalForReaders } from '../../contract/read/index.ts';
import { readGuideAccess } from './guide-access.ts';

export { readGuideAccess } from './guide-access.ts';

/** Names the readers that Docusaurus builds for: ids of groups with commas between them. */
export const READERS = 'PORTAL_READERS';

/** What Docusaurus's docs plugin passes over by itself (https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#exclude). */
const NOT_GUIDES = ['**/_*.{js,jsx,ts,tsx,md,mdx}', '**/_*/**', '**/*.test.{js,jsx,ts,tsx}', '**/__tests__/**'];

/** The portal of the readers whom the environment names; all of it where it names none, as in development. */
export async function portalOfReaders(
  portal: LoadedPortal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<LoadedPortal> {
  const guides = await readGuideAccess(portal);
  const readers = environment[READERS];
  if (readers !== undefined) return portalForReaders(portal, guides, readers.split(','));
  const all = portal.access.map(({ id }) => id);
  return { ...portalForReaders(portal, guides, all), readers: [] };
}

/** What Docusaurus is to pass over in the folder of guides. Signs of patterns in names of files stay what they are. */
export function excludedGuides({ hiddenGuides }: LoadedPortal): string[] {
  return [...NOT_GUIDES, ...hiddenGuides.map((guide) => guide.replace(/[\\*?[\]{}()!+@|]/g, '\\$&'))];
}

/**
 * Options that do their work at build time only. Docusaurus writes its whole configuration into the site's code, with the names of what is
 * hidden; what JSON makes of these is nothing.
 */
export function unpublished<Options extends object>(options: Options): Options {
  return Object.defineProperty(options, 'toJSON', { value: () => ({}) });
}
