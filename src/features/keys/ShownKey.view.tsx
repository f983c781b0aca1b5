import { useRef } from 'react';
import type { ShownKey } from '../../portal-client';
import { Button, Callout, CopyButton } from '../../ui';
import styles from './KeyForms.module.css';

/** A new key, for the one time that it is shown. */
export function ShownKeyView({ shown, onDone }: { readonly shown: ShownKey; readonly onDone: () => void }) {
  const text = useRef<HTMLElement>(null);
  const select = (): void => {
    if (text.current) getSelection()?.selectAllChildren(text.current);
  };
  return (
    <div className={styles.form}>
      <Callout kind="warning" title="This is the only time that you see it">
        <p>Put it where your program finds its secrets. Only its hash is stored: nobody can show it to you again.</p>
      </Callout>
      <div className={styles.shown}>
        <code ref={text} tabIndex={0} aria-label="The key" onFocus={select}>
          {shown.key}
        </code>
        <CopyButton text={shown.key} label="Copy the key" />
      </div>
      <div className={styles.ways}>
        <Button variant="primary" onClick={onDone}>
          I have stored it
        </Button>
      </div>
    </div>
  );
}
