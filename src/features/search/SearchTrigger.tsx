import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import { useSearchDoor } from './SearchProvider';
import styles from './SearchTrigger.module.css';

/** Looks like the field that it opens. Without JavaScript it is not shown. */
export function SearchTrigger({ size = 'compact' }: { readonly size?: 'compact' | 'wide' }) {
  const { open, prepare } = useSearchDoor();
  return (
    <button
      type="button"
      className={clsx(styles.trigger, styles[size])}
      aria-keyshortcuts="Meta+K Control+K /"
      onClick={open}
      onPointerEnter={prepare}
      onFocus={prepare}
    >
      <Search size={16} aria-hidden="true" />
      <span className={styles.label}>{size === 'wide' ? 'Search guides and operations' : 'Search'}</span>
      <kbd className={styles.key} aria-hidden="true">
        <span className={styles.mac}>⌘K</span>
        <span className={styles.other}>Ctrl K</span>
      </kbd>
    </button>
  );
}
