import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import Zap from 'lucide-react/icons/zap';
import { Button } from '../../../ui';
import type { Confirmations } from './confirmations';
import styles from './LiveConfirmation.module.css';

/**
 * Asks before a write to live. The focus is on the way back, so that an Enter too many sends nothing; when it is answered, the browser gives the
 * focus back to where it was.
 */
export function LiveConfirmation({
  api,
  confirmations,
}: {
  readonly api: string;
  readonly confirmations: Confirmations;
}) {
  const { pending: read, subscribe } = confirmations;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const pending = useSyncExternalStore(subscribe, read, () => null);
  const mine = pending?.api === api ? pending : null;
  useEffect(() => {
    if (mine && !dialog.current?.open) dialog.current?.showModal();
    if (!mine && dialog.current?.open) dialog.current.close();
  }, [mine]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={(event) => {
        // React hands it on to the sheet that the console may stand in, which would close, too.
        event.stopPropagation();
        mine?.answer(false);
      }}
    >
      <p className={styles.badge}>
        <Zap size={14} aria-hidden="true" /> Live
      </p>
      <h2 id={`${id}-title`} className={styles.title}>
        Send this {mine?.method} to live?
      </h2>
      <p className={styles.request}>
        <code>
          {mine?.method} {mine?.path}
        </code>
      </p>
      <p id={`${id}-text`} className={styles.text}>
        It goes to the live environment of {api}, with your credential for live. What it changes is real, and may
        concern real people.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => mine?.answer(false)}>Do not send</Button>
        <Button className={styles.send} onClick={() => mine?.answer(true)}>
          Send to live
        </Button>
      </div>
    </dialog>
  );
}
