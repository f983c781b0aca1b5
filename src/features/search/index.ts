export { SearchProvider, useSearchDoor } from './SearchProvider';
export { SearchTrigger } from './SearchTrigger';
