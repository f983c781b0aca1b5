export { type AddressPolicy, checkUrl } from './check-url.ts';
export { isPublicAddress } from './is-public-address.ts';
export { publicAgent, RefusedAddress, type ResolveHost } from './public-agent.ts';
