import styles from './SearchDialog.module.css';
import trigger from './SearchTrigger.module.css';

/** Which keys do what; a screen reader says it of a combobox by itself. */
export function SearchKeys() {
  return (
    <p className={styles.keys} aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>↵</kbd> open
      </span>
      <span>
        <kbd>
          <span className={trigger.mac}>⌘</span>
          <span className={trigger.other}>Ctrl</span> ↵
        </kbd>{' '}
        in a new tab
      </span>
      <span>
        <kbd>Esc</kbd> close
      </span>
    </p>
  );
}
