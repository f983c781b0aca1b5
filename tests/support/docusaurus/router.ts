/** Stands in for `@docusaurus/router`, over the test's own window. */
export function useLocation(): { readonly pathname: string } {
  return { pathname: window.location.pathname };
}

export function useHistory(): { push(to: string): void } {
  return { push: (to) => window.history.pushState(null, '', to) };
}
