import clsx from 'clsx';
import type { ParameterView } from '../../../../contract/reference-page';
import { exampleText, fieldKind, type FieldKind } from '../request';
import styles from './ParameterField.module.css';

export interface ParameterFieldProps {
  readonly id: string;
  readonly parameter: ParameterView;
  readonly text: string;
  readonly mark: string | null;
  readonly onChange: (text: string) => void;
}

/** One parameter: its name and type as a label, a control for its type, and what is wrong with it. */
export function ParameterField({ id, parameter, text, mark, onChange }: ParameterFieldProps) {
  const example = exampleText(parameter);
  const markId = `${id}-mark`;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.name}>
          {parameter.name}
        </label>
        <span className={styles.type}>
          {parameter.in} · {parameter.schema.type}
          {parameter.deprecated && ' · deprecated'}
        </span>
        {example !== '' && text === '' && !parameter.required && (
          <button type="button" className={styles.fill} onClick={() => onChange(example)}>
            Use the example<span className="pt-unseen"> for {parameter.name}</span>
          </button>
        )}
      </div>
      <Control
        field={fieldKind(parameter)}
        text={text}
        onChange={onChange}
        attributes={{
          id,
          'aria-required': parameter.required || undefined,
          'aria-invalid': mark !== null || undefined,
          'aria-describedby': mark === null ? undefined : markId,
          placeholder: example === '' ? '' : `e.g. ${example}`,
        }}
      />
      {mark !== null && (
        <p id={markId} className={styles.mark}>
          {mark}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: FieldKind;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly attributes: {
    readonly id: string;
    readonly 'aria-required': true | undefined;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
    readonly placeholder: string;
  };
}

function Control({ field, text, onChange, attributes }: ControlProps) {
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
        placeholder={attributes.placeholder || (field.holds === 'array' ? '["one", "two"]' : '{"name": "value"}')}
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
