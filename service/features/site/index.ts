import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { siteRoutes } from './routes.ts';

/** The built site, from `{buildFolder}/site`: compressed beforehand, cached by what can change. */
export function siteFeature(deps: { readonly buildFolder: string }): { plugin: FastifyPluginAsync } {
  return { plugin: (app) => siteRoutes(app, join(deps.buildFolder, 'site')) };
}
