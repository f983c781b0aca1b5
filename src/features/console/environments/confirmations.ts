import type { OperationPage } from '../../../../contract/reference-page';
import type { RequestDescription } from '../request';
import type { EnvironmentStore } from './environment-store';

/** A write to live that waits for a word. */
export interface PendingWrite {
  readonly api: string;
  readonly method: string;
  /** As it goes out, without the gateway's part. */
  readonly path: string;
  readonly answer: (isMeant: boolean) => void;
}

/** Asks before a request that changes something real. */
export interface Confirmations {
  /** Resolves at once, with true, for what needs no word; with false where the person or the signal says no. */
  readonly confirm: (page: OperationPage, request: RequestDescription, signal: AbortSignal) => Promise<boolean>;
  readonly pending: () => PendingWrite | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** RFC 9110 §9.2.1, and the QUERY method. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'QUERY']);

export function createConfirmations(environments: Pick<EnvironmentStore, 'environmentOf'>): Confirmations {
  let pending: PendingWrite | null = null;
  const listeners = new Set<() => void>();
  const show = (next: PendingWrite | null): void => {
    pending = next;
    for (const listener of listeners) listener();
  };
  return {
    confirm(page, request, signal) {
      const isLive = environments.environmentOf(page) === 'live' || carriesLiveKey(request);
      if (!isLive || safe.has(request.method)) return Promise.resolve(true);
      pending?.answer(false);
      return new Promise((resolve) => {
        const answer = (isMeant: boolean): void => {
          signal.removeEventListener('abort', refuse);
          if (pending === mine) show(null);
          resolve(isMeant && !signal.aborted);
        };
        const refuse = (): void => answer(false);
        const mine = { api: page.api, method: request.method, path: pathOf(page, request.url), answer };
        signal.addEventListener('abort', refuse, { once: true });
        show(mine);
      });
    },
    pending: () => pending,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The key decides, whatever is chosen on the page. */
function carriesLiveKey({ url, headers, user }: RequestDescription): boolean {
  return [url, user ?? '', ...headers.map(([, value]) => value)].some((text) => text.includes('ptl_live_'));
}

/** Without the query: a key may stand in it. */
function pathOf({ api, version }: OperationPage, url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  const prefix = `/gateway/${encodeURIComponent(api)}/${encodeURIComponent(version)}`;
  return path.slice(path.indexOf(prefix) + prefix.length) || '/';
}
