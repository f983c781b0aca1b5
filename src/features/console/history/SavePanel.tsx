import { useId, useRef, useState } from 'react';
import { Button } from '../../../ui';
import { leftOutWords } from '../share/portable-request';
import { mostNameCharacters } from './bounds';
import type { HistoryToolProps } from './HistoryTool';
import { savedEntry } from './make-entry';
import { newId } from './new-id';
import { deviceHistory } from './store/device-history';
import { troubleWords } from './trouble-words';
import styles from './SavePanel.module.css';

export interface SavePanelProps extends HistoryToolProps {
  readonly onDone: () => void;
}

/** Asks for a name, and saves what stands in the form under it. */
export function SavePanel({ page, values, secrets, environment, onDone }: SavePanelProps) {
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(page.title);
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    if (name.trim() === '') return field.current?.focus();
    const context = { id: newId(), at: Date.now(), secrets: secrets() };
    const made = savedEntry(page, values, name.trim(), {
      ...context,
      ...(environment !== undefined && { environment }),
    });
    const history = deviceHistory();
    await history.add([made]);
    const { trouble } = history.read();
    const without = leftOutWords(made.entry.request.leftOut);
    setSaid(
      trouble ? troubleWords(trouble) : `Saved “${name.trim()}”${without && ` without ${without}`}: it is in History.`,
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <label htmlFor={fieldId}>Save this request as</label>
      <div className={styles.row}>
        <input
          ref={field}
          id={fieldId}
          className={styles.field}
          value={name}
          maxLength={mostNameCharacters}
          autoComplete="off"
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" size="small">
          Save it
        </Button>
      </div>
      <p role="status">{said}</p>
    </form>
  );
}
