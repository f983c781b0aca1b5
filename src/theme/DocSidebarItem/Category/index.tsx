import clsx from 'clsx';
import { ThemeClassNames } from '@docusaurus/theme-common';
import { useVisibleSidebarItems } from '@docusaurus/plugin-content-docs/client';
import DocSidebarItems from '@theme/DocSidebarItems';
import Original from '@theme-original/DocSidebarItem/Category';
import type { Props } from '@theme/DocSidebarItem/Category';

/** Swizzled (wrapped): a category that leads nowhere and does not fold is a heading. The default makes it a link without an address. */
export default function DocSidebarItemCategory(props: Props) {
  const { item, level, activePath, onItemClick } = props;
  const items = useVisibleSidebarItems(item.items, activePath);
  if (item.href || item.collapsible || items.length === 0) return <Original {...props} />;
  const { docSidebarItemCategory, docSidebarItemCategoryLevel } = ThemeClassNames.docs;
  return (
    <li className={clsx(docSidebarItemCategory, docSidebarItemCategoryLevel(level), 'menu__list-item', item.className)}>
      <div className="menu__list-item-collapsible">
        <span className="menu__link">{item.label}</span>
      </div>
      <ul className="menu__list">
        <DocSidebarItems items={items} onItemClick={onItemClick} activePath={activePath} level={level + 1} />
      </ul>
    </li>
  );
}
