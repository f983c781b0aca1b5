import type { ReactNode } from 'react';
import { SearchProvider } from '@site/src/features/search';

/** Swizzled (wrapped): the search dialog opens on every page. The default Root renders its children only. */
export default function Root({ children }: { readonly children: ReactNode }) {
  return <SearchProvider>{children}</SearchProvider>;
}
