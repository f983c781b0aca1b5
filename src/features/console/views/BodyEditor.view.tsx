import { useEffect, useRef, useState } from 'react';
import type { BodyView, MediaTypeView } from '../../../../contract/reference-page';
import { hasForm } from '../body-form/body-document';
import { BodyFields } from '../body-form/BodyFields';
import type { SchemaParts } from '../editor/schema-parts';
import { SELECT_PLACE } from '../editor/select-place';
import { fileFields, firstExample, isMultipart, type FieldProblem, type FileField, type FormValues } from '../request';
import { BodyFiles } from './BodyFiles.view';
import { BodyHead } from './BodyHead.view';
import { BodyTextView } from './BodyTextView';
import { chosenBodyView, chooseBodyView } from './chosen-body-view';
import styles from './BodyEditor.module.css';

type BodyPart = Pick<FormValues, 'mediaType' | 'body' | 'files' | 'partTypes'>;

export interface BodyEditorProps {
  readonly idPrefix: string;
  readonly body: BodyView;
  readonly values: FormValues;
  readonly marks: readonly FieldProblem[];
  /** What the page leaves out of the body's schema. */
  readonly parts: SchemaParts;
  readonly onChange: (part: BodyPart) => void;
}

/** The request's body: its media type, the contract's examples, and the body itself, as fields or as text. */
export function BodyEditor({ idPrefix, body, values, marks, parts, onChange }: BodyEditorProps) {
  const media = body.content[values.mediaType];
  const [, setTurn] = useState(0);
  const view = media && hasForm(media) ? chosenBodyView(media) : null;
  const id = `${idPrefix}-body`;
  const left = useRef(new Map<number, BodyPart>());
  const part: BodyPart = {
    mediaType: values.mediaType,
    body: values.body,
    files: values.files,
    partTypes: values.partTypes,
  };
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const control = document.getElementById(id);
    control?.focus();
    control?.dispatchEvent(new CustomEvent(SELECT_PLACE, { bubbles: true, detail: wanted.current }));
    wanted.current = null;
  });
  const show = (next: 'form' | 'text'): void => {
    if (media) chooseBodyView(media, next);
    setTurn((turn) => turn + 1);
  };
  return (
    <div className={styles.body}>
      <BodyHead
        textId={id}
        body={body}
        media={media}
        mediaType={values.mediaType}
        text={values.body}
        view={view}
        onMediaType={(mediaType) => {
          left.current.set(values.mediaType, part);
          // What was written as another media type comes back with it.
          onChange(
            left.current.get(mediaType) ?? {
              mediaType,
              body: firstExample(body.content[mediaType]),
              files: {},
              partTypes: {},
            },
          );
        }}
        onExample={(text) => onChange({ ...part, body: text })}
        onView={show}
      />
      {media && view === 'form' ? (
        <BodyFields
          key={values.mediaType}
          id={id}
          media={media}
          values={values}
          marks={marks}
          parts={parts}
          onChange={(change) => onChange({ ...part, ...change })}
          onText={() => {
            wanted.current = '';
            show('text');
          }}
        />
      ) : (
        <>
          {media && (
            <BodyFiles
              idPrefix={idPrefix}
              fields={filesOf(media, values.files)}
              files={values.files ?? {}}
              onChange={(files) => onChange({ ...part, files })}
            />
          )}
          <BodyTextView
            key={values.mediaType}
            id={id}
            media={media}
            body={values.body}
            marks={marks}
            parts={parts}
            onChange={(text) => onChange({ ...part, body: text })}
          />
          {media && isMultipart(media.type) && (
            <p className={styles.type}>A member of the object is a part of the body.</p>
          )}
        </>
      )}
    </div>
  );
}

/** What can be a file by the contract, and what somebody made one. */
function filesOf(media: MediaTypeView, files: FormValues['files'] = {}): readonly FileField[] {
  const declared = fileFields(media);
  const others = Object.keys(files).filter(
    (name) => declared.every((field) => field.name !== name) && files[name]?.length,
  );
  return [...declared, ...others.map((name) => ({ name, isList: false }))];
}
