export { followRef } from './follow-ref.ts';
export { checkJourneys, type LoadedApi, type LoadedApiVersion, type LoadedPortal, loadPortal } from './portal/index.ts';
export { describePlace, type Place, PortalError } from './portal-error.ts';
export { type ContractSource, readContract } from './read-contract.ts';
export { readContracts } from './read-contracts.ts';
