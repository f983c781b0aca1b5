import { memo } from 'react';
import X from 'lucide-react/icons/x';
import type { ParameterView } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import { exampleText, fieldKey, fieldKind, kindOfSchema, rowsOf, type FieldKind } from '../request';
import { ParameterControl } from './ParameterControl.view';
import { ParameterExamples } from './ParameterExamples.view';
import { ParameterRows } from './ParameterRows.view';
import styles from './ParameterField.module.css';

export interface ParameterFieldProps {
  readonly id: string;
  readonly parameter: ParameterView;
  readonly text: string;
  readonly mark: string | null;
  /** By `fieldKey`. The same function while the form is open, so that a field is drawn anew only for what is its own. */
  readonly onChange: (field: string, text: string) => void;
  /** Puts an optional parameter away again. */
  readonly onRemove?: (field: string) => void;
}

/** One parameter: its name and type as a label, a control for its type, and what is wrong with it. */
export const ParameterField = memo(function ParameterField(props: ParameterFieldProps) {
  const { id, parameter, text, mark, onRemove } = props;
  const key = fieldKey(parameter);
  const onChange = (next: string): void => props.onChange(key, next);
  const example = exampleText(parameter);
  const markId = `${id}-mark`;
  const describedBy = mark === null ? undefined : markId;
  const field = fieldKind(parameter);
  const rows = rowsHeld(field, parameter, text);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.name}>
          {parameter.name}
        </label>
        <span className={styles.type}>
          {parameter.in} · {parameter.schema.type}
          {parameter.schema.format !== undefined && ` (${parameter.schema.format})`}
          {parameter.deprecated && ' · deprecated'}
        </span>
        {parameter.required && <span className={styles.required}>required</span>}
        <ParameterExamples parameter={parameter} example={example} text={text} onChange={onChange} />
        {onRemove && (
          <Button
            variant="quiet"
            size="small"
            className={styles.remove}
            icon={<X aria-hidden="true" />}
            aria-label={`Remove ${parameter.name}`}
            onClick={() => onRemove(key)}
          />
        )}
      </div>
      {rows === null ? (
        <ParameterControl
          field={field}
          text={text}
          onChange={onChange}
          attributes={{
            id,
            'aria-required': parameter.required || undefined,
            'aria-invalid': mark !== null || undefined,
            'aria-describedby': describedBy,
            placeholder: example === '' ? '' : `e.g. ${example}`,
          }}
        />
      ) : (
        <ParameterRows
          id={id}
          name={parameter.name}
          schema={parameter.schema}
          holds={rows}
          text={text}
          isInvalid={mark !== null}
          describedBy={describedBy}
          onChange={onChange}
        />
      )}
      {mark !== null && (
        <p id={markId} className={styles.mark}>
          {mark}
        </p>
      )}
    </div>
  );
});

/** Whether a list or an object is edited in rows: where it holds single values. What is deeper is written as JSON. */
function rowsHeld(field: FieldKind, { schema }: ParameterView, text: string): 'array' | 'object' | null {
  if (field.kind !== 'json' || field.holds === 'any' || rowsOf(text, field.holds) === null) return null;
  const inside = [schema.items, schema.additional, ...(schema.properties ?? []).map((property) => property.schema)];
  const isFlat = inside.every((one) => one === undefined || kindOfSchema(one).kind !== 'json');
  return isFlat ? field.holds : null;
}
