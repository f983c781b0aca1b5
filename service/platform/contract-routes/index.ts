export { type ContractRoutes, contractRoutes, type ContractRouteHandler } from './contract-routes.ts';
export { contractSchemas } from './contract-schemas.ts';
