import { createElement, type ReactNode } from 'react';

/**
 * A link to a place in this page. Not a Docusaurus `Link`: those are for going to pages, and each costs what a page with three
 * hundred properties cannot pay.
 */
export function AnchorLink({
  id,
  className,
  children,
}: {
  readonly id: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return createElement('a', { href: `#${encodeURI(id)}`, className }, children);
}
