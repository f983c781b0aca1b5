import type { ParameterView } from '../../../../contract/reference-page';
import { fieldKey, type FieldProblem } from '../request';
import { ParameterField } from './ParameterField.view';
import styles from './ParameterFields.module.css';

export interface ParameterFieldsProps {
  readonly idPrefix: string;
  readonly fields: readonly ParameterView[];
  readonly values: Readonly<Record<string, string>>;
  readonly marks: readonly FieldProblem[];
  readonly onChange: (field: string, text: string) => void;
}

/** The fields of an operation's parameters: what is required in sight, the rest behind one line. */
export function ParameterFields({ idPrefix, fields, values, marks, onChange }: ParameterFieldsProps) {
  const row = (parameter: ParameterView) => {
    const key = fieldKey(parameter);
    return (
      <ParameterField
        key={key}
        id={`${idPrefix}-${key}`}
        parameter={parameter}
        text={values[key] ?? ''}
        mark={marks.find((mark) => mark.field === key)?.message ?? null}
        onChange={(text) => onChange(key, text)}
      />
    );
  };
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const filled = optional.filter((field) => (values[fieldKey(field)] ?? '') !== '').length;
  const isMarked = optional.some((field) => marks.some((mark) => mark.field === fieldKey(field)));
  return (
    <>
      {required.length > 0 && <div className={styles.fields}>{required.map(row)}</div>}
      {optional.length > 0 && (
        // A mark inside opens it: what is wrong must be in sight.
        <details className={styles.optional} {...(isMarked && { open: true })}>
          <summary>
            {optional.length === 1 ? 'One optional parameter' : `${optional.length} optional parameters`}
            {filled > 0 && <span className={styles.filled}>{filled} set</span>}
          </summary>
          <div className={styles.fields}>{optional.map(row)}</div>
        </details>
      )}
    </>
  );
}
