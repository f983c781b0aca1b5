import { useEffect, useRef, type ReactNode } from 'react';
import { useNavbarMobileSidebar, useNavbarSecondaryMenu } from '@docusaurus/theme-common/internal';
import X from 'lucide-react/icons/x';
import { IconButton } from '../../ui';
import styles from './Drawer.module.css';

/**
 * The phone's way around: the header's links, then what the page puts there (a guide's or the reference's sidebar).
 * A native modal dialog: the browser keeps the focus inside, and Escape closes it.
 */
export function Drawer({ brand, children }: { readonly brand: ReactNode; readonly children: ReactNode }) {
  const { shown, toggle } = useNavbarMobileSidebar();
  const { content } = useNavbarSecondaryMenu();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === shown) return;
    if (shown) dialog.showModal();
    else dialog.close();
  }, [shown]);

  return (
    // A press on the backdrop reaches the dialog itself, one inside reaches what is in it.
    <dialog
      ref={ref}
      className={styles.drawer}
      aria-label="Menu"
      onClose={() => shown && toggle()}
      onClick={({ target }) => target === ref.current && toggle()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          {brand}
          <IconButton label="Close the menu" size="large" className={styles.close} onClick={toggle}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        </div>
        {content ? <nav aria-label="This section">{content}</nav> : null}
        <nav aria-label="Site" className={styles.site}>
          {children}
        </nav>
      </div>
    </dialog>
  );
}
