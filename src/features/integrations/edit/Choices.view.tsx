import styles from './Edit.module.css';

export interface ChoicesProps {
  readonly legend: string;
  readonly hint?: string;
  readonly fault: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string; readonly means?: string }[];
  readonly chosen: readonly string[];
  /** One of them, or several. */
  readonly type: 'radio' | 'checkbox';
  /** More cannot be chosen than so many. */
  readonly most?: number;
  readonly onToggle: (id: string) => void;
}

/** What is chosen from a few. */
export function Choices({ legend, hint, fault, options, chosen, type, most, onToggle }: ChoicesProps) {
  const isFull = most !== undefined && chosen.length >= most;
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {hint ? <p className={styles.help}>{hint}</p> : null}
      {options.map(({ id, label, means }) => (
        <label key={id} className={styles.option}>
          <input
            type={type}
            name={legend}
            checked={chosen.includes(id)}
            disabled={isFull && !chosen.includes(id)}
            onChange={() => onToggle(id)}
          />
          <span>
            {label}
            {means ? <small>{means}</small> : null}
          </span>
        </label>
      ))}
      {fault === undefined ? null : <p className={styles.fault}>It {fault}.</p>}
    </fieldset>
  );
}
