export { bundleSource } from './bundle-source.ts';
