export type { Authorizer } from './authorization.ts';
export { type ContractRoutes, contractRoutes } from './contract-routes.ts';
