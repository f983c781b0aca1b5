import type { CodeSampleView } from '../../../contract/reference-page';
import { choiceValue, type Choice } from './choices';
import { languages } from './languages';
import styles from './RequestSample.module.css';

export interface LanguageMenuProps {
  readonly written: readonly CodeSampleView[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A native menu: it works by keyboard and on phones as readers know it. Without JavaScript only its word is there. */
export function LanguageMenu({ written, chosen, onChoose }: LanguageMenuProps) {
  const generated = languages.map(({ id, name }) => {
    const choice: Choice = { kind: 'generated', language: id };
    return { choice, label: name };
  });
  const byAuthor = written.map(({ lang, label }, index) => {
    const choice: Choice = { kind: 'written', index };
    return { choice, label: label ?? lang };
  });
  const options = (entries: typeof byAuthor | typeof generated) =>
    entries.map(({ choice, label }) => (
      <option key={choiceValue(choice)} value={choiceValue(choice)}>
        {label}
      </option>
    ));
  const all = [...byAuthor, ...generated];
  const value = choiceValue(chosen);
  return (
    <>
      <span className={styles.word}>{all.find(({ choice }) => choiceValue(choice) === value)?.label}</span>
      <select
        aria-label="Language of the sample"
        className={styles.menu}
        value={value}
        onChange={(event) => {
          const entry = all.find(({ choice }) => choiceValue(choice) === event.target.value);
          if (entry) onChoose(entry.choice);
        }}
      >
        {byAuthor.length === 0 ? (
          options(generated)
        ) : (
          <>
            <optgroup label="By the API’s authors">{options(byAuthor)}</optgroup>
            <optgroup label="Made from the contract">{options(generated)}</optgroup>
          </>
        )}
      </select>
    </>
  );
}
