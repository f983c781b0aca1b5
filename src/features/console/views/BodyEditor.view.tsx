import { useDeferredValue, useMemo } from 'react';
import type { BodyView } from '../../../../contract/reference-page';
import { BodyText } from '../editor/BodyText';
import type { SchemaParts } from '../editor/schema-parts';
import { nearestLine } from '../json/nearest-line';
import { findJsonFault } from '../json/scan-json';
import { fileFields, firstExample, isJsonMediaType, type FieldProblem, type FormValues } from '../request';
import { BodyFiles } from './BodyFiles.view';
import styles from './BodyEditor.module.css';

export interface BodyEditorProps {
  readonly idPrefix: string;
  readonly body: BodyView;
  readonly values: FormValues;
  readonly marks: readonly FieldProblem[];
  /** What the page leaves out of the body's schema. */
  readonly parts: SchemaParts;
  readonly onChange: (part: Pick<FormValues, 'mediaType' | 'body' | 'files'>) => void;
}

/** The request's body: its media type, the contract's examples, and the text, with what is wrong marked at its line. */
export function BodyEditor({ idPrefix, body, values, marks, parts, onChange }: BodyEditorProps) {
  const content = body.content[values.mediaType];
  const isJson = content !== undefined && isJsonMediaType(content.type);
  const checked = useDeferredValue(values.body);
  const fault = useMemo(() => (isJson && checked !== '' ? findJsonFault(checked) : null), [isJson, checked]);
  const bodyMarks = marks.filter((mark) => mark.field === 'body');
  const markedLines = useMemo(() => {
    const pointed = marks.flatMap(({ field, pointer }) =>
      field === 'body' && pointer ? [nearestLine(checked, pointer)] : [],
    );
    return [...new Set(fault ? [fault.line] : pointed)];
  }, [marks, checked, fault]);
  const schema = content?.schema;
  const json = useMemo(() => (isJson ? { schema, parts } : null), [isJson, schema, parts]);
  const textId = `${idPrefix}-body`;
  const noteId = `${idPrefix}-body-note`;
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <label htmlFor={textId} id={`${textId}-label`} className={styles.label}>
          Body
        </label>
        {body.content.length > 1 ? (
          <select
            aria-label="Media type"
            className={styles.select}
            value={values.mediaType}
            onChange={(event) => {
              const mediaType = Number(event.target.value);
              onChange({ mediaType, body: firstExample(body.content[mediaType]), files: {} });
            }}
          >
            {body.content.map(({ type }, index) => (
              <option key={type} value={index}>
                {type}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles.type}>{content?.type}</span>
        )}
        {content && content.examples.length > 1 && (
          <select
            aria-label="Example"
            className={styles.select}
            value={content.examples.findIndex(({ text }) => text === values.body)}
            onChange={(event) =>
              onChange({ ...values, body: content.examples[Number(event.target.value)]?.text ?? '' })
            }
          >
            <option value={-1} disabled>
              Your own
            </option>
            {content.examples.map(({ name, summary }, index) => (
              <option key={name} value={index}>
                {summary ?? name}
              </option>
            ))}
          </select>
        )}
      </div>
      {content && (
        <BodyFiles
          idPrefix={idPrefix}
          fields={fileFields(content)}
          files={values.files ?? {}}
          onChange={(files) => onChange({ ...values, files })}
        />
      )}
      <BodyText
        key={values.mediaType}
        id={textId}
        labelledBy={`${textId}-label`}
        json={json}
        text={values.body}
        markedLines={markedLines}
        isInvalid={fault !== null || bodyMarks.length > 0}
        describedBy={noteId}
        onChange={(text) => onChange({ ...values, body: text })}
      />
      <div id={noteId} className={styles.notes}>
        {fault && (
          <p>
            Line {fault.line}, column {fault.column}: expected {fault.expected}.
          </p>
        )}
        {!fault &&
          bodyMarks.map(({ message, pointer }) => (
            <p key={`${pointer} ${message}`}>{pointer ? `${pointer}: ${message}` : message}</p>
          ))}
        <span className="pt-unseen">Tab indents. Press Escape, then Tab, to leave the editor.</span>
      </div>
    </div>
  );
}
