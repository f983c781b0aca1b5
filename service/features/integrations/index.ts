import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { NamedLimits } from '../../platform/address-limit.ts';
import { systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { MailRoom } from '../../platform/mail/index.ts';
import { ownAddress } from '../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import { announcer } from './announce.ts';
import { choicesOf } from './choices.ts';
import { listingDesk, type NoteListing } from './listing-desk.ts';
import { type Addresses, prepareNews } from './listing-news.ts';
import { directoryPages } from './pages/page-routes.ts';
import { frameReader } from './pages/frame.ts';
import { ownRoutes } from './own-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { sqlListingStore } from './sql-listing-store.ts';
import { teamRoutes } from './team-routes.ts';

export { integrationsMigrations } from './migrations.ts';

export interface IntegrationsFeature {
  /** Below `/api/v1`. */
  readonly plugin: FastifyPluginAsync;
  /** `/integrations`, `/integrations/{slug}`: pages of the site, filled, and their twins. */
  readonly pages: FastifyPluginAsync;
  /** To be called when an organization has launched: its approved listing is public from then on, and it is told so. */
  readonly announce: (organization: string) => Promise<void>;
}

/** Each is a mail to all of the staff. */
const submissionsPerMinute = 3;

/** The public directory of integrations: organizations write, the staff reviews, everybody reads. */
export function integrationsFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand' | 'apis' | 'integrations'>;
  /** Where the built site is. */
  readonly siteFolder: string;
  readonly sessionOf: SessionOfRequest;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly addresses: Addresses;
  readonly namedLimits: NamedLimits;
  readonly note: NoteListing;
  readonly nameOfOrganization: (organization: string) => Promise<string>;
  /** The versions that the gateway saw the organization use with success. */
  readonly usedVersions: (organization: string) => Promise<readonly string[]>;
}): IntegrationsFeature {
  const { database, routes, portal, sessionOf, mail, addresses, note, nameOfOrganization: nameOf, usedVersions } = deps;
  const store = sqlListingStore(database);
  const clock = systemClock;
  const choices = choicesOf(portal);
  const news = prepareNews({ portal: portal.brand.name, addresses, mail });
  // Nobody asks when an organization launches: the links lead to where the configuration says.
  const { site } = ownAddress(portal, { protocol: 'http', host: '' });
  const announce = announcer({ database, store, clock, prepareNews: news, nameOf, site });
  const countSubmission = deps.namedLimits(submissionsPerMinute, 'submissions', 'come from one organization');
  const desk = listingDesk({
    countSubmission,
    database,
    store,
    clock,
    newId,
    choices,
    prepareNews: news,
    note,
    announce,
    usedVersions,
  });
  const own = refuseForeignOrigins([new URL(portal.url).origin]);
  const siteOf = (request: FastifyRequest) => ownAddress(portal, request).site;
  return {
    announce,
    plugin: async (app) => {
      publicRoutes(app, { routes, store, sessionOf, labels: choices });
      ownRoutes(app, { routes, sessionOf, store, desk, choices, siteOf, own });
      teamRoutes(app, { routes, sessionOf, store, desk, siteOf, nameOf, own });
    },
    pages: async (app) =>
      directoryPages(app, {
        ...{ store, labels: choices, platform: portal.brand.name, siteOf },
        frame: frameReader(deps.siteFolder),
      }),
  };
}
