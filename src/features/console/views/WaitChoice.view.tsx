import { useId, useState } from 'react';
import { waits, waitWords, type WaitStore } from '../answer/sending/wait-store';
import styles from './SendBar.module.css';

/** How long the console waits when nothing comes. */
export function WaitChoice({ store }: { readonly store: WaitStore }) {
  const id = useId();
  const [wait, setWait] = useState(store.get);
  return (
    <span className={styles.wait}>
      <label htmlFor={id}>Give up after</label>
      <select
        id={id}
        value={String(wait)}
        title="When nothing has come for so long. A stream of events may be silent."
        onChange={({ currentTarget }) => {
          const chosen = waits.find((one) => String(one) === currentTarget.value) ?? null;
          store.set(chosen);
          setWait(chosen);
        }}
      >
        {waits.map((one) => (
          <option key={String(one)} value={String(one)}>
            {waitWords(one)}
          </option>
        ))}
      </select>
    </span>
  );
}
