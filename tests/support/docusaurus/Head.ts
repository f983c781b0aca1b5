import type { ReactNode } from 'react';

/** Stands in for `@docusaurus/Head`: React puts `<link>` and `<meta>` where they belong by itself. */
export default function Head({ children }: { readonly children: ReactNode }): ReactNode {
  return children;
}
