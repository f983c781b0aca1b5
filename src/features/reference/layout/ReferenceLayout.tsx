import { useEffect, useRef, type ReactNode } from 'react';
import { NavbarSecondaryMenuFiller } from '@docusaurus/theme-common';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import { useNav, type BroughtNav, type VersionPlace } from '../data/use-nav';
import { Sidebar, type SidebarProps } from '../sidebar/Sidebar';
import { useOpenTarget } from './use-open-target';
import styles from './ReferenceLayout.module.css';

export interface ReferenceLayoutProps extends Pick<SidebarProps, 'tag' | 'operation' | 'otherVersions'> {
  readonly place: VersionPlace;
  readonly brought: BroughtNav;
  readonly children: ReactNode;
}

/** The reference's columns: where one is, then the page. On a phone the sidebar is in the header's drawer. */
export function ReferenceLayout({ place, brought, children, ...here }: ReferenceLayoutProps) {
  const nav = useNav(place, brought, here.tag);
  // While the next page comes, its tag is one that is known already, most of the time: the list under the pointer stays where it is.
  const tag = here.tag ?? nav.groups.find(({ items }) => items.some(({ slug }) => slug === here.operation))?.slug;
  const props: SidebarProps = { place, nav, ...here, tag };
  const sidebar = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(sidebar.current), [tag, here.operation, nav.isWhole]);
  useOpenTarget(here.operation ?? tag);
  return (
    <div className={styles.page}>
      <NavbarSecondaryMenuFiller component={DrawerSidebar} props={props} />
      <nav ref={sidebar} className={styles.sidebar} aria-label="API reference">
        <Sidebar {...props} />
      </nav>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

/** Brings the line of the open page into the sidebar's view; the page itself stays where it is. */
function showCurrent(sidebar: HTMLElement | null): void {
  const line = sidebar?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!sidebar || !line) return;
  const { top, bottom } = line.getBoundingClientRect();
  const view = sidebar.getBoundingClientRect();
  if (top < view.top || bottom > view.bottom) sidebar.scrollTop += top - view.top - view.height / 3;
}

/** The drawer keeps its content while it is shut; a second sidebar in every page would be there for nothing. */
function DrawerSidebar(props: SidebarProps) {
  const { shown, toggle } = useNavbarMobileSidebar();
  if (!shown) return null;
  return (
    // Whoever goes somewhere by the drawer is done with it.
    <div onClick={({ target }) => (target instanceof Element && target.closest('a') ? toggle() : undefined)}>
      <Sidebar {...props} />
    </div>
  );
}
