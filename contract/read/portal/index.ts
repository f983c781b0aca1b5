export { checkNamedOperations } from './check-named-operations.ts';
export { type ConfigSource, parseConfig } from './config-source.ts';
export type {
  LoadedApiVersion,
  LoadedLimitClass,
  LoadedLimits,
  LoadedLiveUpstream,
  LoadedPortal,
} from './loaded-portal.ts';
export { defaultProtection } from './loaded-portal.ts';
export { loadPortal } from './load-portal.ts';
export { suggest } from './suggest.ts';
