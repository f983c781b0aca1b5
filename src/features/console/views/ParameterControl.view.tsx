import clsx from 'clsx';
import type { FieldKind } from '../request';
import styles from './ParameterField.module.css';

export interface ParameterControlProps {
  readonly field: FieldKind;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly attributes: {
    readonly id?: string;
    readonly 'aria-label'?: string;
    readonly 'aria-required'?: true;
    readonly 'aria-invalid'?: true;
    readonly 'aria-describedby'?: string;
    readonly placeholder?: string;
  };
}

/** The control for a single value, or for a value as JSON. */
export function ParameterControl({ field, text, onChange, attributes }: ParameterControlProps) {
  const plain = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const;
  if (field.kind === 'choice' || field.kind === 'boolean') {
    const choices = field.kind === 'choice' ? field.choices : ['true', 'false'];
    const { placeholder: _, ...rest } = attributes;
    return (
      <select {...rest} className={styles.control} value={text} onChange={(event) => onChange(event.target.value)}>
        <option value="">Not sent</option>
        {/* A text from elsewhere that is none of the choices stays visible. */}
        {text !== '' && !choices.includes(text) && <option value={text}>{text}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'json') {
    return (
      <textarea
        {...attributes}
        {...plain}
        rows={Math.min(6, text.split('\n').length)}
        className={clsx(styles.control, styles.json)}
        placeholder={shownPlaceholder(attributes.placeholder, field.holds)}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <input
      {...attributes}
      {...plain}
      type="text"
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      className={styles.control}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function shownPlaceholder(own: string | undefined, holds: 'array' | 'object' | 'any'): string {
  if (own !== undefined && own !== '') return own;
  return holds === 'array' ? '["one", "two"]' : '{"name": "value"}';
}
