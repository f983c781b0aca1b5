export { bundledDescription, descriptionFiles } from './bundled-description.ts';
export { followRef } from './follow-ref.ts';
export { type LoadedApiVersion, type LoadedPortal, checkJourneys, loadPortal } from './portal/index.ts';
export { PortalError } from './portal-error.ts';
export { publishedDescription } from './published-description.ts';
export { readContract } from './read-contract.ts';
export { readContracts } from './read-contracts.ts';
