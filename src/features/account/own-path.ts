/** Where somebody goes who came from nowhere. */
const home = '/account';

/** Pages that one comes through, not back to. */
const entries: ReadonlySet<string> = new Set(['/sign-in', '/sign-up']);

/**
 * The path of this site that a text names, and `/account` for everything else: an address of another site, however it is spelt, leads
 * nobody away (https://url.spec.whatwg.org/#url-parsing: `\` counts as `/`, tabs and newlines are dropped).
 */
export function ownPath(text: string | null): string {
  const own = 'https://own.invalid';
  if (!text?.startsWith('/') || !URL.canParse(text, own)) return home;
  const { origin, pathname, search, hash } = new URL(text, own);
  if (origin !== own || pathname.startsWith('//') || entries.has(pathname.replace(/\/$/, ''))) return home;
  return `${pathname}${search}${hash}`;
}

/** The address to sign in at, from the page at `path`, to come back to it. */
export function signInAddress(path: string): string {
  return ownPath(path) === path && path !== '/' ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in';
}
