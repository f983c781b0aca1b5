/**
 * Makes a hash that is not percent-encoded right (`#100%`) one that is. Docusaurus decodes the hash when the address changes under an open page, and what it
 * throws there takes the whole page with it. As a client module this listens before the router does.
 */
function mendHash(): void {
  const { hash, pathname, search } = window.location;
  try {
    decodeURIComponent(hash);
  } catch {
    window.history.replaceState(window.history.state, '', pathname + search + hash.replaceAll('%', '%25'));
  }
}

if (typeof window !== 'undefined') window.addEventListener('popstate', mendHash);
