import { useEffect, useRef, type ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { Button } from '../../ui';
import styles from './PhoneSheet.module.css';

export interface PhoneSheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the whole of a small screen: the browser's own modal dialog keeps the focus inside, and Escape closes it. */
export function PhoneSheet({ title, isOpen, onClose, children }: PhoneSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={`Try ${title}`}
      // React hands on what closes within it, too: the history, an import.
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.head}>
        <p className={styles.title}>{title}</p>
        <Button variant="quiet" icon={<X aria-hidden="true" />} onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <div className={styles.content}>{children}</div>
    </dialog>
  );
}
