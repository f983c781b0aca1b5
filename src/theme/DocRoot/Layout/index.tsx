import type { ReactNode } from 'react';
import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import DocSidebar from '@theme/DocSidebar';
import styles from './styles.module.css';

/** Swizzled: sidebar and text stand in one page of a set width, and the sidebar is readable on a phone without JavaScript. */
export default function DocRootLayout({ children }: { readonly children: ReactNode }) {
  const sidebar = useDocsSidebar();
  const { pathname } = useLocation();
  return (
    <div className={styles.page}>
      {sidebar ? (
        <aside className={styles.sidebar} key={sidebar.name}>
          <DocSidebar sidebar={sidebar.items} path={pathname} isHidden={false} onCollapse={() => undefined} />
        </aside>
      ) : null}
      <main className={styles.main}>{children}</main>
    </div>
  );
}
