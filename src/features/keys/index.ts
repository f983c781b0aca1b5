export { Keys } from './Keys';
export { KeysPage } from './KeysPage';
