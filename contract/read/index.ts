export { bundledDescription } from './bundled-description.ts';
export { describeContractFindings } from './describe-contract-findings.ts';
export { followRef } from './follow-ref.ts';
export { escapeKey } from './json-pointer.ts';
export {
  describeUnknownGroup,
  groupsInUse,
  type GuideAccess,
  isOpenTo,
  portalForReaders,
  type LoadedAccessGroup,
  type LoadedApiVersion,
  type LoadedLimitClass,
  type LoadedLimits,
  type LoadedLiveUpstream,
  type LoadedPortal,
  checkNamedOperations,
  defaultProtection,
  loadPortal,
} from './portal/index.ts';
export { PortalError } from './portal-error.ts';
export { publishedDescription } from './published-description.ts';
export { readContract } from './read-contract.ts';
export { readContracts } from './read-contracts.ts';
