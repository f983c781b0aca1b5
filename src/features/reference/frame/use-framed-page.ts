import { useEffect, useState } from 'react';
import type { ServedPage } from '../../../../contract/reference-page';
import { pageFile, pages } from '../data/files';
import { readAddress } from '../data/page-address';
import { useRelease } from '../data/use-release';
import { servedPage } from './served-page';

export type PageState =
  | { readonly kind: 'ready'; readonly served: ServedPage }
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly retry: () => void };

interface Loaded {
  readonly href: string;
  readonly state: Exclude<PageState, { kind: 'failed' }> | { readonly kind: 'failed' };
}

/**
 * The page of an address: what the HTML was rendered from on the first load, at once where it was prefetched, else fetched. While a
 * changed description is fetched anew, the page stays as it was.
 */
export function useFramedPage(pathname: string): PageState {
  const release = useRelease();
  const [attempt, setAttempt] = useState(0);
  const address = readAddress(pathname);
  const href = address ? pageFile(address, release) : '';
  const atHand = servedPage(pathname) ?? pages.peek(href);
  const [loaded, setLoaded] = useState<Loaded>({ href: '', state: { kind: 'loading' } });

  useEffect(() => {
    if (atHand || href === '') return;
    let isWanted = true;
    void pages.get(href).then((fetched) => {
      if (!isWanted) return;
      setLoaded({ href, state: fetched.kind === 'ready' ? { kind: 'ready', served: fetched.value } : fetched });
    });
    return () => {
      isWanted = false;
    };
  }, [href, atHand, attempt]);

  if (href === '') return { kind: 'missing' };
  if (atHand) return { kind: 'ready', served: atHand };
  if (loaded.href === href && loaded.state.kind === 'failed') {
    const retry = () => {
      setLoaded({ href: '', state: { kind: 'loading' } });
      setAttempt(attempt + 1);
    };
    return { kind: 'failed', retry };
  }
  if (loaded.href === href && loaded.state.kind !== 'failed') return loaded.state;
  const isSamePage = loaded.state.kind === 'ready' && loaded.href.split('?')[0] === href.split('?')[0];
  return isSamePage && loaded.state.kind === 'ready' ? loaded.state : { kind: 'loading' };
}
