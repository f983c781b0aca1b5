import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';

export type Shown = 'all' | 'breaking';

/** Which changes are shown, by the query string. The HTML that the build writes has all of them. */
export function useShown(): Shown {
  const { search } = useLocation();
  const isBrowser = useIsBrowser();
  return isBrowser && new URLSearchParams(search).get('show') === 'breaking' ? 'breaking' : 'all';
}
