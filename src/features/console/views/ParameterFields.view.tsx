import { useEffect, useMemo, useRef, useState } from 'react';
import type { ParameterView } from '../../../../contract/reference-page';
import { fieldKey, type FieldProblem } from '../request';
import { useLatestCallback } from '../use-latest-callback';
import { ParameterAdd } from './ParameterAdd.view';
import { ParameterField } from './ParameterField.view';
import styles from './ParameterFields.module.css';

export interface ParameterFieldsProps {
  readonly idPrefix: string;
  readonly fields: readonly ParameterView[];
  readonly values: Readonly<Record<string, string>>;
  readonly marks: readonly FieldProblem[];
  readonly onChange: (field: string, text: string) => void;
}

/** The fields of an operation's parameters: what is required or set in sight, the rest behind a menu. */
export function ParameterFields({ idPrefix, fields, values, marks, onChange }: ParameterFieldsProps) {
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const coming = useRef<string | null>(null);
  useEffect(() => {
    if (coming.current !== null) document.getElementById(`${idPrefix}-${coming.current}`)?.focus();
    coming.current = null;
  }, [added, idPrefix]);

  const isInSight = (parameter: ParameterView): boolean => {
    const key = fieldKey(parameter);
    const isMarked = marks.some((mark) => mark.field === key);
    return parameter.required || added.has(key) || isMarked || (values[key] ?? '') !== '';
  };
  const add = (key: string): void => {
    coming.current = key;
    setAdded(new Set([...added, key]));
  };
  const remove = useLatestCallback((key: string): void => {
    setAdded(new Set([...added].filter((one) => one !== key)));
    onChange(key, '');
    document.getElementById(`${idPrefix}-add`)?.focus();
  });
  // What stays in sight while it is emptied was put there by somebody.
  const change = useLatestCallback((key: string, text: string): void => {
    if (!added.has(key)) setAdded(new Set([...added, key]));
    onChange(key, text);
  });
  const inOrder = useMemo(() => [...fields].sort((a, b) => Number(b.required) - Number(a.required)), [fields]);
  const shown = inOrder.filter(isInSight);
  const others = inOrder.filter((parameter) => !isInSight(parameter));
  if (fields.length === 0) return null;
  return (
    <div className={styles.fields}>
      {shown.map((parameter) => {
        const key = fieldKey(parameter);
        return (
          <ParameterField
            key={key}
            id={`${idPrefix}-${key}`}
            parameter={parameter}
            text={values[key] ?? ''}
            mark={marks.find((mark) => mark.field === key)?.message ?? null}
            onChange={change}
            {...(!parameter.required && { onRemove: remove })}
          />
        );
      })}
      <ParameterAdd id={`${idPrefix}-add`} others={others} onAdd={add} />
    </div>
  );
}
