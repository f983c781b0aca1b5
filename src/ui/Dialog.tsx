import { useEffect, useId, useRef, type DragEvent, type ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { IconButton } from './IconButton';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What one can do, at the lower edge. */
  readonly foot?: ReactNode;
  /** A file or a text is being dragged over it. */
  readonly isTarget?: boolean;
  readonly onDrag?: (isOver: boolean) => void;
  readonly onDropped?: (data: DataTransfer) => void;
}

/** The control that has the focus first; else it is the button that closes. */
const FIRST = 'data-focused-first';
export const focusedFirst = { [FIRST]: '' };

/** A dialog of the browser's own: it keeps the focus inside, Escape closes it, and the focus goes back to the button that opened it. */
export function Dialog({ title, onClose, children, foot, isTarget, onDrag, onDropped }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(`[${FIRST}]`)?.focus();
  }, []);
  const over = (isOver: boolean) => (event: DragEvent) => {
    if (!onDropped) return;
    event.preventDefault();
    onDrag?.(isOver);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={styles.dialog}
      data-target={isTarget ? '' : undefined}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        onDropped?.(event.dataTransfer);
      }}
    >
      <div className={styles.frame}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label="Close" onClick={() => dialog.current?.close()}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </header>
        <div className={styles.content}>{children}</div>
        {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
}
