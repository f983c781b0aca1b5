import type { Plugin } from '@docusaurus/types';
import type { HomePage } from '../../contract/home-page.ts';
import { homeFile, readHome } from './read-home.ts';

export interface HomeOptions {
  /** Where `home.yaml` may be; null where the portal has no guides. */
  readonly docsFolder: string | null;
}

/** Gives the home page its content: `usePluginData('portolan-home')` is a {@link HomePage}. */
export default function homePlugin(_context: unknown, { docsFolder }: HomeOptions): Plugin<HomePage> {
  return {
    name: 'portolan-home',
    loadContent: () => readHome(docsFolder),
    contentLoaded: async ({ content, actions }) => actions.setGlobalData(content),
    getPathsToWatch: () => (docsFolder === null ? [] : [homeFile(docsFolder)]),
  };
}
