import { useEffect, useRef, useState } from 'react';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import type { SchemaView } from '../../../../contract/reference-page';
import { Button } from '../../../ui';
import { kindOfSchema, rowsOf, textOfRows, type Row } from '../request';
import { ParameterControl } from './ParameterControl.view';
import styles from './ParameterRows.module.css';

export interface ParameterRowsProps {
  readonly id: string;
  readonly name: string;
  readonly schema: SchemaView;
  readonly holds: 'array' | 'object';
  /** What stands in the field, as JSON: a list or an object of single values. */
  readonly text: string;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A list as fields that are added and taken away, an object as names with values. Empty rows are not sent. */
export function ParameterRows({ id, name, schema, holds, text, isInvalid, describedBy, onChange }: ParameterRowsProps) {
  const known = holds === 'object' ? (schema.properties ?? []).map((property) => property.name) : [];
  const [rows, setRows] = useState(() => startRows(text, holds, known));
  const [written, setWritten] = useState(text);
  const group = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  // What somebody else wrote (an example, Reset, an earlier step) takes the place of the rows.
  if (text !== written) {
    setWritten(text);
    setRows(startRows(text, holds, known));
  }
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const last = Array.from(group.current?.querySelectorAll('[data-row]') ?? []).at(-1);
    last?.querySelector<HTMLElement>('input, select')?.focus();
  }, [rows]);

  const schemaOf = (row: Row): SchemaView | undefined =>
    holds === 'array'
      ? schema.items
      : (schema.properties?.find((property) => property.name === row.name)?.schema ?? schema.additional);
  const kindOf = (row: Row) => {
    const own = schemaOf(row);
    return own === undefined ? ({ kind: 'text' } as const) : kindOfSchema(own);
  };
  const change = (next: readonly Row[]): void => {
    const nextText = textOfRows(next, holds, (row) => ['text', 'choice'].includes(kindOf(row).kind));
    setRows(next);
    setWritten(nextText);
    onChange(nextText);
  };
  const put = (index: number, part: Partial<Row>): void =>
    change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const attributes = { 'aria-invalid': isInvalid || undefined, 'aria-describedby': describedBy };
  return (
    <div
      ref={group}
      role="group"
      aria-label={name}
      aria-describedby={describedBy}
      className={styles.rows}
      // Where a mark leads, as long as there is no field.
      {...(rows.length === 0 && { id, tabIndex: -1 })}
    >
      {rows.map((row, index) => {
        const isKnown = known.includes(row.name);
        const label = holds === 'array' ? `${name}, item ${index + 1}` : `${name}, ${row.name || 'value'}`;
        return (
          <div key={index} data-row="" className={styles.row}>
            {holds === 'object' &&
              (isKnown ? (
                <span className={styles.name}>{row.name}</span>
              ) : (
                <ParameterControl
                  field={{ kind: 'text' }}
                  text={row.name}
                  onChange={(next) => put(index, { name: next })}
                  attributes={{ 'aria-label': `${name}, name`, placeholder: 'name' }}
                />
              ))}
            <ParameterControl
              field={kindOf(row)}
              text={row.text}
              onChange={(next) => put(index, { text: next })}
              attributes={{ ...attributes, ...(index === 0 && { id }), 'aria-label': label, placeholder: 'value' }}
            />
            {!isKnown && (
              <Button
                variant="quiet"
                size="small"
                icon={<X aria-hidden="true" />}
                aria-label={`Remove ${label}`}
                onClick={() => change(rows.filter((_row, at) => at !== index))}
              />
            )}
          </div>
        );
      })}
      {(holds === 'array' || known.length === 0 || schema.additional !== undefined) && (
        <Button
          variant="quiet"
          size="small"
          className={styles.add}
          icon={<Plus aria-hidden="true" />}
          onClick={() => {
            added.current = true;
            setRows([...rows, { name: '', text: '' }]);
          }}
        >
          Add {holds === 'array' ? 'an item' : 'a member'}
          <span className="pt-unseen"> to {name}</span>
        </Button>
      )}
    </div>
  );
}

/** The members that the contract names have rows from the beginning. */
function startRows(text: string, holds: 'array' | 'object', known: readonly string[]): readonly Row[] {
  const rows = rowsOf(text, holds) ?? [];
  const missing = known.filter((name) => !rows.some((row) => row.name === name)).map((name) => ({ name, text: '' }));
  return [...rows, ...missing];
}
