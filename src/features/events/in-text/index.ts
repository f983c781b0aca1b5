/** What guides bring along where they have it: the code of other pages is as it was. */
export { Events } from './NextEvents';
