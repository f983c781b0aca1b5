export { type AddressPolicy, checkUrl, type UrlDecision } from './check-url.ts';
export { isPublicAddress } from './is-public-address.ts';
export { publicAgent, RefusedAddress, type ResolveHost } from './public-agent.ts';
