import { createElement, type AnchorHTMLAttributes } from 'react';

/** Stands in for `@docusaurus/Link`: a plain link. */
export default function Link({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to?: string }) {
  return createElement('a', { href: to, ...rest });
}
