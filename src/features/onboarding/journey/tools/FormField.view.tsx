import type { FormFieldConfig } from '../../../../../contract/portal-config';
import styles from './Tools.module.css';

export interface FormFieldProps {
  readonly field: FormFieldConfig;
  readonly id: string;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

/** One question of a form, with what is meant and what is wrong with the answer. */
export function FormField({ field, id, value, fault, onChange }: FormFieldProps) {
  const { label, hint, kind, required = true, options = [] } = field;
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const same = {
    ...{ id, name: field.id, value, className: styles.control, required },
    ...(described !== '' && { 'aria-describedby': described }),
    ...(fault !== null && { 'aria-invalid': true }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  const choices = kind === 'yes-no' ? ['yes', 'no'] : options;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {required ? null : <span className={styles.hint}> (optional)</span>}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      {kind === 'long-text' ? <textarea {...same} rows={4} maxLength={4000} /> : null}
      {kind === 'text' ? <input {...same} type="text" maxLength={200} /> : null}
      {kind === 'address' ? (
        <input {...same} type="url" inputMode="url" placeholder="https://" maxLength={500} />
      ) : null}
      {kind === 'choice' || kind === 'yes-no' ? (
        <select {...same}>
          <option value="">Choose…</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : null}
      {fault ? (
        <span id={`${id}-fault`} className={styles.fault}>
          {fault}
        </span>
      ) : null}
    </div>
  );
}
