import { ThemeClassNames } from '@docusaurus/theme-common';
import DocSidebarItems from '@theme/DocSidebarItems';
import type { Props } from '@theme/DocSidebar/Desktop';

/** Swizzled: only the list. The default brings a logo, a collapse button and the height of the header, which our layout has not. */
export default function DocSidebarDesktop({ path, sidebar }: Props) {
  return (
    <nav aria-label="This section" className="menu">
      <ul className={`${ThemeClassNames.docs.docSidebarMenu} menu__list`}>
        <DocSidebarItems items={sidebar} activePath={path} level={1} />
      </ul>
    </nav>
  );
}
