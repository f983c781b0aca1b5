/** Files of the site that have no twin: descriptions to download, page data. */
const OTHER_FILE = /\.(?:json|ya?ml|md|xml|txt|html|svg|png|js|css)$/;

/** The address of a page's twin: `/docs/start#keys` → `/docs/start.md#keys`. Addresses of other things stay as they are. */
export function twinAddress(href: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const page = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (page === '/') return `/index.md${rest}`;
  if (!/^\/(?:docs|reference)(?:\/|$)/.test(page) || OTHER_FILE.test(page)) return href;
  return `${page}.md${rest}`;
}
