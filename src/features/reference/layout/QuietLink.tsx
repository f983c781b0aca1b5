import { createElement, type AnchorHTMLAttributes, type MouseEvent } from 'react';
import { useHistory } from '@docusaurus/router';
import { usePrefetch } from '../data/use-prefetch';

export interface QuietLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/**
 * A link within the site for lists. Docusaurus's `Link` fetches the code of every page whose link comes into view, and watches
 * each by an observer of its own; this one asks for a page when the pointer or the focus comes to it.
 */
export function QuietLink({ to, ...rest }: QuietLinkProps) {
  const history = useHistory();
  const prefetch = usePrefetch();
  const prepare = () => {
    prefetch(to);
    void window.docusaurus.preload(to);
  };
  const go = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    history.push(to);
  };
  return createElement('a', { ...rest, href: to, onClick: go, onPointerEnter: prepare, onFocus: prepare });
}
