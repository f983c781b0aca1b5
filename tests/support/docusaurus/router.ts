/** The part of a browser's window that is used here; this room is type-checked without the DOM. */
const page = globalThis as unknown as {
  readonly location: { readonly pathname: string; readonly search: string };
  readonly history: { pushState(state: null, title: string, to: string): void };
};

/** Stands in for `@docusaurus/router`, over the test's own window. */
export function useLocation(): { readonly pathname: string; readonly search: string } {
  const { pathname, search } = page.location;
  return { pathname, search };
}

export function useHistory(): { push(to: string): void } {
  return { push: (to) => page.history.pushState(null, '', to) };
}
