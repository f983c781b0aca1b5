import type { KeyList } from '../../portal-client';
import styles from './KeyForms.module.css';

export interface ScopeChoiceProps {
  readonly offered: KeyList['scopes'];
  /** Null: everything. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (scopes: readonly string[] | null) => void;
}

/** What a key may do: everything, or what is ticked. */
export function ScopeChoice({ offered, chosen, onChoose }: ScopeChoiceProps) {
  const toggle = (name: string, isOn: boolean): void => {
    const others = (chosen ?? []).filter((one) => one !== name);
    onChoose(isOn ? [...others, name] : others);
  };
  return (
    <fieldset className={styles.choices}>
      <legend>May do</legend>
      <label>
        <input type="radio" name="reach" checked={chosen === null} onChange={() => onChoose(null)} />
        <span>Everything that your organization may</span>
      </label>
      <label>
        <input type="radio" name="reach" checked={chosen !== null} onChange={() => onChoose(chosen ?? [])} />
        <span>Only what you tick</span>
      </label>
      {chosen === null ? null : (
        <ul className={styles.scopes} aria-label="Scopes">
          {offered.map(({ name, text }) => (
            <li key={name}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) => toggle(name, event.target.checked)}
                />
                <span>
                  <code>{name}</code> {text}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
