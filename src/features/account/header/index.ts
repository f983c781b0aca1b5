/** What every page's header shows of the account; apart from the pages, because every page loads it. */
export { AccountLink } from './AccountLink';
export { AccountControl } from './AccountControl';
