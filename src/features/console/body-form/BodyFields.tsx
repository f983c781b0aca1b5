import { useDeferredValue, useMemo } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import { findJsonFault } from '../json/scan-json';
import type { SchemaParts } from '../editor/schema-parts';
import { isFormMediaType, type FieldProblem, type FormValues } from '../request';
import styles from '../views/BodyEditor.module.css';
import { BodyForm } from './BodyForm';
import { FaultNote } from './FaultNote.view';
import { useMultipartMembers } from './use-multipart-members';

export interface BodyFieldsProps {
  readonly id: string;
  readonly media: MediaTypeView;
  readonly values: FormValues;
  readonly marks: readonly FieldProblem[];
  readonly parts: SchemaParts;
  readonly onChange: (change: Partial<Pick<FormValues, 'body' | 'files' | 'partTypes'>>) => void;
  /** Shows the text instead, at what is wrong with it. */
  readonly onText: () => void;
}

/** A body as fields, and what is said of it as a whole. */
export function BodyFields({ id, media, values, marks, parts, onChange, onText }: BodyFieldsProps) {
  const outermost = useMultipartMembers(media, values, onChange);
  const checked = useDeferredValue(values.body);
  const isForm = isFormMediaType(media.type);
  const fault = useMemo(() => (isForm || checked.trim() === '' ? null : findJsonFault(checked)), [isForm, checked]);
  const whole = marks.filter(({ field, pointer }) => field === 'body' && !pointer);
  return (
    <>
      <BodyForm
        id={id}
        media={media}
        body={values.body}
        parts={parts}
        marks={marks}
        outermost={outermost}
        fault={fault && <FaultNote fault={fault} onMend={onText} />}
        onChange={(body) => onChange({ body })}
      />
      <div className={styles.notes}>{!fault && whole.map(({ message }) => <p key={message}>{message}</p>)}</div>
    </>
  );
}
