import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { type GroupsOf, siteEditions } from './editions.ts';
import { siteRoutes } from './routes.ts';

export { readGated } from './editions.ts';

/**
 * The built site, from `{buildFolder}/site`: compressed beforehand, cached by what can change. Whoever is in a group of early access is
 * answered from that group's edition, which nobody else is and no cache keeps.
 */
export function siteFeature(deps: {
  readonly buildFolder: string;
  readonly groupsOf: GroupsOf;
  /** Where the service is, when it is not on the site's origin. */
  readonly serviceUrl: string;
}): { plugin: FastifyPluginAsync } {
  const { buildFolder } = deps;
  return { plugin: (app) => siteRoutes(app, join(buildFolder, 'site'), siteEditions(deps)) };
}
