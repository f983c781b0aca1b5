import { type ReactNode, useEffect, useId, useRef } from 'react';
import X from 'lucide-react/icons/x';
import { IconButton } from '../../ui';
import styles from './KeyDialog.module.css';

export interface KeyDialogProps {
  readonly title: string;
  /** Whether Escape and the cross close it: not where a key would be lost by a slip. */
  readonly isEasilyClosed: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: the browser keeps the focus in it, and gives it back. */
export function KeyDialog({ title, isEasilyClosed, onClose, children }: KeyDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        if (isEasilyClosed) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {isEasilyClosed ? (
          <IconButton label="Close" onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        ) : null}
      </div>
      <div className={styles.content}>{children}</div>
    </dialog>
  );
}
