/** A page that was found by search before; offered while the field is empty. */
export interface RecentPage {
  readonly href: string;
  readonly title: string;
  readonly method?: string;
}

const MOST = 5;
const STORED_AS = 'portolan.recent-searches';

/** Puts a page first; each once, the oldest forgotten. */
export function remember(list: readonly RecentPage[], page: RecentPage): RecentPage[] {
  return [page, ...list.filter(({ href }) => href !== page.href)].slice(0, MOST);
}

/** Reads what was stored; whatever is not a list of pages of this site is nothing. */
export function parseRecent(stored: string | null): RecentPage[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isRecentPage).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isRecentPage(value: unknown): value is RecentPage {
  if (typeof value !== 'object' || value === null) return false;
  const { href, title, method } = value as Record<string, unknown>;
  return (
    typeof href === 'string' &&
    /^\/(?!\/)/.test(href) &&
    typeof title === 'string' &&
    (method === undefined || typeof method === 'string')
  );
}

/** Storage may be forbidden or full; search works without it. */
export function loadRecent(): RecentPage[] {
  try {
    return parseRecent(localStorage.getItem(STORED_AS));
  } catch {
    return [];
  }
}

export function saveRecent(list: readonly RecentPage[]): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(list));
  } catch {
    return;
  }
}
