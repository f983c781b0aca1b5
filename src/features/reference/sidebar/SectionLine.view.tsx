import type { NavItem, NavSection } from '../../../../contract/reference-page';
import { Skeleton } from '../../../ui';
import { tagHref } from '../data/page-address';
import type { VersionPlace } from '../data/use-nav';
import { QuietLink } from '../layout/QuietLink';
import { OperationLinks } from './OperationLinks.view';
import styles from './Sidebar.module.css';

export interface SectionLineProps {
  readonly place: VersionPlace;
  readonly section: NavSection;
  /** Those that are at hand; undefined where none are. */
  readonly items: readonly NavItem[] | undefined;
  readonly isOpen: boolean;
  /** Whether the tag's own page is open. */
  readonly isCurrent: boolean;
  readonly operation: string | undefined;
  readonly onToggle: () => void;
  readonly onShowAll: () => void;
}

/** A tag in the sidebar, with its operations where it is open. */
export function SectionLine({
  place,
  section: { name, slug, count },
  items,
  isOpen,
  isCurrent,
  operation,
  onToggle,
  onShowAll,
}: SectionLineProps) {
  return (
    <li>
      <div>
        <button type="button" aria-expanded={isOpen} aria-label={name} onClick={onToggle} />
        <QuietLink to={tagHref(place, slug)} aria-current={isCurrent ? 'page' : undefined}>
          {`${name} `}
          <small>{count}</small>
        </QuietLink>
      </div>
      {isOpen && items ? (
        <>
          <OperationLinks place={place} items={items} current={operation} />
          {items.length < count ? (
            <button type="button" className={styles.all} onClick={onShowAll}>
              Show all {count}
            </button>
          ) : null}
        </>
      ) : null}
      {isOpen && !items ? (
        <div className={styles.waiting}>
          <Skeleton lines={Math.min(count, 8)} height="20px" />
        </div>
      ) : null}
    </li>
  );
}
