export { portalSecret } from './portal-secret.ts';
export { type Seal, seal } from './seal.ts';
