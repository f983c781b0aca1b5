export { type ContractRoutes, contractRoutes, type ContractRouteHandler } from './contract-routes.ts';
