export { type ContractRoutes, contractRoutes } from './contract-routes.ts';
