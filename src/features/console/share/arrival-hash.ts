/**
 * What begins the hash of an address that opens the console with a request: `#try=1…` holds it, `#try` alone says that it waits in this page's
 * memory. This is all of sharing that stands in a page that nobody has opened the console of.
 */
export const arrivalHash = '#try';

export function isArrival(hash: string): boolean {
  return hash === arrivalHash || hash.startsWith(`${arrivalHash}=`);
}
