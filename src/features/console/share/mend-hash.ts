/**
 * Makes a hash that is not percent-encoded right (`#100%`) one that is. Docusaurus decodes the hash when the address changes under an open page, and what it
 * throws there takes the whole page with it. Comes before the router hears of the change: it does not capture.
 */
export function mendHash(): void {
  const { hash, pathname, search } = window.location;
  try {
    decodeURIComponent(hash);
  } catch {
    window.history.replaceState(window.history.state, '', pathname + search + hash.replaceAll('%', '%25'));
  }
}
