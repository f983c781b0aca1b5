import { useDeferredValue, useMemo } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import { findFault, languageOf, wordsOfFault } from '../editor/body-language';
import { BodyText } from '../editor/BodyText';
import type { SchemaParts } from '../editor/schema-parts';
import { nearestLine } from '../json/nearest-line';
import type { FieldProblem } from '../request';
import styles from './BodyEditor.module.css';

export interface BodyTextViewProps {
  readonly id: string;
  readonly media: MediaTypeView | undefined;
  readonly body: string;
  readonly marks: readonly FieldProblem[];
  readonly parts: SchemaParts;
  readonly onChange: (body: string) => void;
}

/** A body as text, with what is wrong marked at its line. */
export function BodyTextView({ id, media, body, marks, parts, onChange }: BodyTextViewProps) {
  const language = languageOf(media?.type ?? '');
  const checked = useDeferredValue(body);
  const fault = useMemo(() => findFault(checked, language), [checked, language]);
  const own = marks.filter((mark) => mark.field === 'body');
  const markedLines = useMemo(() => {
    if (fault) return [fault.line];
    const pointed = marks.flatMap(({ field, pointer }) =>
      field === 'body' && pointer ? [nearestLine(checked, pointer)] : [],
    );
    return [...new Set(pointed)];
  }, [marks, checked, fault]);
  const schema = media?.schema;
  const code = useMemo(() => ({ language, schema, parts }), [language, schema, parts]);
  return (
    <>
      <BodyText
        id={id}
        labelledBy={`${id}-label`}
        code={code}
        text={body}
        markedLines={markedLines}
        isInvalid={fault !== null || own.length > 0}
        describedBy={`${id}-note`}
        onChange={onChange}
      />
      <div id={`${id}-note`} className={styles.notes}>
        {fault && <p>{wordsOfFault(fault)}</p>}
        {!fault &&
          own.map(({ message, pointer }) => (
            <p key={`${pointer} ${message}`}>{pointer ? `${pointer}: ${message}` : message}</p>
          ))}
        <span className="pt-unseen">Tab indents. Press Escape, then Tab, to leave the editor.</span>
      </div>
    </>
  );
}
