import type { ReactNode } from 'react';
import Head from '@docusaurus/Head';
import sans from '@fontsource-variable/geist/files/geist-latin-wght-normal.woff2';
import { RightEdition } from '@site/src/features/early-access/edition';
import { SearchProvider } from '@site/src/features/search';

/**
 * Swizzled (wrapped): the search dialog opens on every page, and the text face is preloaded by the same hashed address
 * that the style sheet uses. A page that is of
 * another edition of the site than its reader's is loaded again. The default Root renders its children only.
 */
export default function Root({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Head>
        <link rel="preload" href={sans} as="font" type="font/woff2" crossOrigin="anonymous" />
      </Head>
      <RightEdition />
      <SearchProvider>{children}</SearchProvider>
    </>
  );
}
