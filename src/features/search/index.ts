export { SearchProvider } from './SearchProvider';
export { SearchTrigger } from './SearchTrigger';
