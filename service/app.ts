import { join } from 'node:path';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { readMappings } from '../contract/mapped/index.ts';
import type { Contract } from '../contract/model.ts';
import type { LoadedPortal } from '../contract/read/index.ts';
import { guestAdoption } from './adopt-guest.ts';
import { cohortsFeature, whoseCohorts } from './features/cohorts/index.ts';
import { earlyAccessFeature } from './features/early-access/index.ts';
import { driftFeature } from './features/drift/index.ts';
import { eventsFeature } from './features/events/index.ts';
import {
  accountsFeature,
  auditFeature,
  isOrganization,
  mailAddresses,
  namesOfOrganizations,
  namesOfPeople,
} from './features/accounts/index.ts';
import { feedbackFeature } from './features/feedback/index.ts';
import { gatewayFeature } from './features/gateway/index.ts';
import { metricsFeature } from './features/metrics/index.ts';
import { integrationsFeature } from './features/integrations/index.ts';
import { keysFeature, organizationKeys, requireTeam } from './features/keys/index.ts';
import { limitsFeature } from './features/limits/index.ts';
import { oauthFeature } from './features/oauth/index.ts';
import { onboardingFeature } from './features/onboarding/index.ts';
import { sandboxFeature } from './features/sandbox/index.ts';
import { readGated, siteFeature } from './features/site/index.ts';
import { readOtlpSettings, spansFeature } from './features/spans/index.ts';
import { teamFeature } from './features/team/index.ts';
import { trafficFeature, usedVersions } from './features/traffic/index.ts';
import { troubleFeature } from './features/trouble/index.ts';
import { webhooksFeature, webhookTroubleOf } from './features/webhooks/index.ts';
import { contractRoutes } from './platform/contract-routes/index.ts';
import { crossOriginOptions } from './platform/cross-origin.ts';
import { type Database, migrate } from './platform/database/index.ts';
import { healthRoutes } from './platform/health.ts';
import { httpServer, type LogStream } from './platform/http-server.ts';
import { mailFeature } from './platform/mail/index.ts';
import { isTriedOut } from './platform/own-address.ts';
import { contentSecurityPolicy, readScriptHashes, useSecurityHeaders } from './platform/security-headers.ts';
import { portalMigrations } from './migrations.ts';
import type { Settings } from './platform/settings.ts';

export interface AppDeps {
  readonly settings: Pick<Settings, 'buildFolder' | 'logLevel' | 'trustProxy'> &
    Partial<Pick<Settings, 'metricsToken' | 'smtp'>>;
  /** 32 bytes: seals what must not lie open in the database. */
  readonly secret: Buffer;
  readonly portal: LoadedPortal;
  /** The contracts of `portal`. */
  readonly contracts: readonly Contract[];
  /** The service's own, `openapi/portal/v1.yaml`. */
  readonly ownContract: Contract;
  readonly database: Database;
  /** The environment's variables: the secrets that the configuration names. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly logStream?: LogStream;
  /** Tells whoever started the service; without it, the log does. */
  readonly announce?: (line: string) => void;
}

/** The whole service but its socket: the features, composed, and their tables, brought up to date. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { settings, portal, contracts, database, logStream } = deps;
  const isSiteElsewhere = portal.serviceUrl !== '';
  const siteOrigin = new URL(portal.url).origin;
  const siteUrl = isSiteElsewhere ? portal.url : '';
  const app = httpServer({ settings, siteUrl, logStream });
  const routes = contractRoutes(deps.ownContract, '/api/v1');

  const limits = limitsFeature({ database, limits: portal.limits, log: app.log });
  const { addressLimits, namedLimits } = limits;
  const audit = auditFeature({ database, log: app.log });
  const keys = keysFeature({
    ...{ database, routes, guests: portal.guests, sites: [siteOrigin], addressLimits },
    log: app.log,
  });
  routes.authorizeBy('key', async (request) => void (await keys.keyOf(request)));
  routes.authorizeBy('teamKey', requireTeam(keys.keyOf));
  const mail = mailFeature({
    database,
    secret: deps.secret,
    smtp: settings.smtp ?? null,
    isTriedOut: isTriedOut(portal) && !settings.trustProxy,
    log: app.log,
  });
  const accounts = accountsFeature({
    database,
    routes,
    portal,
    secret: deps.secret,
    mail,
    addressLimits,
    namedLimits,
    audit,
    keys: organizationKeys(database, keys),
    elsewhere: () => [feedback.personal, events.personal],
    environment: deps.environment ?? {},
    announce: deps.announce ?? ((line) => app.log.warn(line)),
    guests: {
      guestOf: (request) => keys.guestOf(request),
      moveTo: (guest, work) => adoptGuest(guest, work),
      forget: (request, reply) => keys.forgetGuest(request, reply),
    },
    log: app.log,
  });
  const earlyAccess = earlyAccessFeature({
    ...{ database, routes, portal, sessionOf: accounts.sessionOf, sites: [siteOrigin] },
    note: (event) => audit.audit.record(event),
    gated: () => readGated(settings.buildFolder),
  });
  const managedKeys = keys.managed({
    ...{ routes, contractsOf: earlyAccess.among(contracts), policy: portal.keys },
    sessionOf: accounts.sessionOf,
    namesOf: namesOfPeople(database),
    isOrganization: isOrganization(database),
    audit: (event) => audit.audit.record(event),
    onLaunch: (organization) => integrations.announce(organization),
  });
  const oauth = oauthFeature({
    ...{ database, routes, contracts, portal, keys, addressLimits },
    contractsOf: earlyAccess.among(contracts),
    actsFor: async (request, organization) =>
      keys.guestOf(request) === organization || (await accounts.sessionOf(request))?.organization?.id === organization,
    log: app.log,
  });
  const traffic = trafficFeature({
    database,
    routes,
    log: app.log,
    organizationOf: async (request) => (await keys.keyOf(request)).organization,
    retentionDays: portal.traffic.retentionDays,
  });
  traffic.traffic.follow(keys.noteUse);
  const drift = driftFeature({
    database,
    routes,
    contracts,
    log: app.log,
    traffic: traffic.traffic,
    requireTeam: requireTeam(keys.keyOf),
  });
  const sandboxed = contracts.filter(({ api, version }) => isSandboxed(portal, api, version));
  const webhooks = webhooksFeature({
    database,
    secret: deps.secret,
    routes,
    keyOf: keys.keyOf,
    contracts: sandboxed,
    contractsOf: earlyAccess.among(sandboxed),
    sandbox: () => sandbox.sandbox,
    troubleOf: async (organization) => webhookTroubleOf(await trouble.scenariosOf(organization)),
    policy: portal.webhooks,
    retryAfterSeconds: portal.webhooks.retrySeconds,
    log: app.log,
  });
  const sandbox = sandboxFeature({ database, secret: deps.secret, log: app.log, witness: webhooks.witness });
  const sandboxControl = sandbox.control({
    routes,
    keyOf: keys.keyOf,
    contractsOf: earlyAccess.among(sandboxed),
  });
  const trouble = troubleFeature({ database, routes, keyOf: keys.keyOf, log: app.log });
  const adoptGuest = guestAdoption({ database, keys, sandbox, traffic: traffic.traffic, trouble });
  const gateway = gatewayFeature({
    portal,
    contracts,
    siteUrl,
    environment: deps.environment ?? {},
    mappings: await readMappings(portal, contracts),
    authenticate: oauth.authenticate,
    opensTo: earlyAccess.opensTo,
    countGuess: keys.countGuess,
    count: limits.count,
    sandbox: sandbox.sandbox,
    database,
    meetTrouble: trouble.meet,
    traffic: traffic.traffic,
    log: app.log,
  });
  const spans = spansFeature({
    settings: readOtlpSettings(deps.environment ?? {}),
    contracts,
    traffic: traffic.traffic,
    log: app.log,
  });
  const { metricsToken: token } = settings;
  const metrics = metricsFeature({
    access: portal.metrics.open
      ? { kind: 'open' }
      : token === undefined
        ? { kind: 'closed' }
        : { kind: 'token', token },
    contracts,
    traffic: traffic.traffic,
    gateway: gateway.state,
    drift: drift.state,
    spans: spans.state,
    pool: database.pool,
  });
  const team = teamFeature({
    ...{ database, routes, journeys: portal.journeys, traffic: traffic.traffic, sites: [siteOrigin], log: app.log },
    sessionOf: accounts.sessionOf,
    read: () => onboarding.read,
    keysOf: (organization) => keys.listOf(organization, namesOfPeople(database)),
    loggedOf: (organization) => audit.audit.ofOrganization(organization),
    namesOf: namesOfPeople(database),
  });
  const onboarding = onboardingFeature({
    routes,
    onProgress: team.hearProgress,
    ...{ database, contracts, keyOf: keys.keyOf, sessionOf: accounts.sessionOf, sites: [siteOrigin], log: app.log },
    journeys: portal.journeys,
    keysOf: keys.standingOf,
    onLaunch: async (organization, at) => {
      await keys.launch(organization, at);
      await integrations.announce(organization);
    },
    records: {
      findFirst: (query) => traffic.traffic.findFirst(query),
      after: (organization, id, limit) => traffic.traffic.after(organization, id, limit),
      latest: (organization, limit) => traffic.traffic.latest(organization, limit),
      findOwn: (organization, id) => traffic.traffic.findOwn(organization, id),
      latestIds: (organization, limit) => traffic.traffic.latestIds(organization, limit),
      subscribe: (organization, listener) => traffic.traffic.subscribe(organization, listener),
      receivedOf: webhooks.receivedOf,
      refusedOf: webhooks.refusedOf,
      firstKeyIssuedAt: (organization) => keys.firstIssuedAt(organization),
    },
  });
  const cohorts = cohortsFeature({
    ...{ database, routes, portal, mail, accounts, addressLimits, namedLimits },
    ...{ secret: deps.secret, partnersOf: team.partnersOf },
  });
  const events = eventsFeature({
    ...{ database, routes, portal, secret: deps.secret, mail, sessionOf: accounts.sessionOf, log: app.log },
    ...{ cohorts: whoseCohorts(database), addressLimits, namedLimits, sites: [siteOrigin] },
  });
  const addresses = mailAddresses(database, portal.accounts.staff);
  const integrations = integrationsFeature({
    ...{ database, routes, portal, sessionOf: accounts.sessionOf, mail, namedLimits },
    siteFolder: join(settings.buildFolder, 'site'),
    addresses: { ...addresses, ofOrganization: (id) => addresses.ofMembers(id, ['owner', 'developer']) },
    nameOfOrganization: addresses.nameOf,
    note: (kind, { person, organization, userAgent }, subject) =>
      audit.audit.record({ kind, person, organization: organization.id, subject, userAgent }),
    usedVersions: usedVersions(database),
  });
  const feedback = feedbackFeature({
    database,
    routes,
    secret: deps.secret,
    sessionOf: accounts.sessionOf,
    guestOf: (request) => keys.guestOf(request),
    keyOf: keys.keyOf,
    findExchange: (organization, id) => traffic.traffic.findOwn(organization, id),
    reasons: portal.feedback.reasons.map(({ id }) => id),
    excerptDays: portal.feedback.excerptDays,
    namesOf: async (ids) =>
      new Map([...(await namesOfPeople(database)(ids)), ...(await namesOfOrganizations(database)(ids))]),
    sites: [siteOrigin],
    thanksPage: `${siteUrl}/thanks`,
    addressLimits,
    log: app.log,
  });
  const site = siteFeature({
    buildFolder: settings.buildFolder,
    groupsOf: earlyAccess.groupsOf,
    serviceUrl: portal.serviceUrl,
  });

  await migrate(database, portalMigrations);

  useSecurityHeaders(app, contentSecurityPolicy(readScriptHashes(settings.buildFolder), portal.serviceUrl));
  healthRoutes(app, { database, contracts: (await earlyAccess.among(contracts)(null)).length });
  await app.register(async (api) => {
    if (isSiteElsewhere) await api.register(cors, crossOriginOptions(siteOrigin));
    for (const { plugin } of [
      keys,
      accounts,
      oauth,
      traffic,
      drift,
      trouble,
      webhooks,
      onboarding,
      cohorts,
      earlyAccess,
      events,
      feedback,
    ])
      await api.register(plugin);
    await api.register(sandboxControl);
    await api.register(managedKeys);
    await api.register(integrations.plugin);
    await api.register(team.plugin);
    routes.refuseOtherMethods(api);
  });
  await app.register(mail.plugin);
  await app.register(accounts.pages);
  await app.register(cohorts.pages);
  await app.register(events.pages);
  await app.register(integrations.pages);
  await app.register(oauth.server);
  await app.register(sandbox.plugin);
  await app.register(gateway.plugin);
  await app.register(spans.plugin);
  await app.register(metrics.plugin);
  await app.register(site.plugin);
  const missing = routes.missing();
  if (missing.length > 0) throw new Error(`No feature handles ${missing.join(', ')} of ${deps.ownContract.file}.`);
  return app;
}

function isSandboxed({ apis }: LoadedPortal, api: string, version: string): boolean {
  const found = apis.find(({ id }) => id === api)?.versions.find(({ id }) => id === version);
  return found?.upstream === 'sandbox';
}
