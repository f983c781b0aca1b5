import { useState } from 'react';
import { StatusBadge } from '../../../ui';
import { sizeInWords } from '../overview/size-in-words';
import { ExampleBlock } from './ExampleBlock';
import type { ExampleChoice } from './example-choices';
import styles from './ExampleSwitcher.module.css';

/** One example at a time, chosen from a native menu; without JavaScript the first. */
export function ExampleSwitcher({
  choices,
  label,
}: {
  readonly choices: readonly ExampleChoice[];
  readonly label: string;
}) {
  const [chosenId, setChosenId] = useState('');
  const chosen = choices.find(({ id }) => id === chosenId) ?? choices[0];
  if (!chosen) return null;
  const name = chosen.status ? <StatusBadge status={chosen.status} named /> : label;
  const menu = (
    <select
      aria-label={label}
      className={styles.menu}
      value={chosen.id}
      onChange={(event) => setChosenId(event.target.value)}
    >
      {choices.map(({ id, label: text }) => (
        <option key={id} value={id}>
          {text || label}
        </option>
      ))}
    </select>
  );
  return (
    <div>
      <ExampleBlock
        key={chosen.id}
        text={chosen.text}
        type={chosen.type}
        title={name}
        actions={choices.length > 1 ? menu : undefined}
      />
      {chosen.length === undefined ? null : (
        <p className={styles.cut}>
          The beginning of {sizeInWords(chosen.length)}. The description to download has the rest.
        </p>
      )}
    </div>
  );
}
