export { checkNamedOperations } from './check-named-operations.ts';
export { type ConfigSource, parseConfig } from './config-source.ts';
export { describeUnknownGroup } from './check-access.ts';
export { groupsInUse, type GuideAccess, isOpenTo, portalForReaders } from './for-readers.ts';
export type {
  LoadedAccessGroup,
  LoadedApiVersion,
  LoadedLimitClass,
  LoadedLimits,
  LoadedLiveUpstream,
  LoadedPortal,
} from './loaded-portal.ts';
export { defaultProtection } from './loaded-portal.ts';
export { loadPortal } from './load-portal.ts';
export { suggest } from './suggest.ts';
