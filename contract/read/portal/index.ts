export { checkJourneys } from './check-journeys.ts';
export { type ConfigSource, parseConfig } from './config-source.ts';
export type { LoadedApiVersion, LoadedLiveUpstream, LoadedPortal } from './loaded-portal.ts';
export { loadPortal } from './load-portal.ts';
export { suggest } from './suggest.ts';
