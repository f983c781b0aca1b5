import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MediaTypeView } from '../../../../contract/reference-page';
import type { SchemaParts } from '../editor/schema-parts';
import { SELECT_PLACE } from '../editor/select-place';
import { editJson, type JsonEdit } from '../json/edit-json';
import { readJsonTree } from '../json/json-tree';
import type { FieldProblem } from '../request';
import { bodyOf, documentOf } from './body-document';
import { BodyValue } from './BodyValue';
import { FormToolsContext, OutermostContext, type FormTools, type OutermostMembers } from './form-context';
import { useFormMarks } from './use-form-marks';
import styles from './BodyForm.module.css';

export interface BodyFormProps {
  /** The id of the whole; with a JSON pointer behind it, that of a field. */
  readonly id: string;
  readonly media: MediaTypeView;
  readonly body: string;
  readonly parts: SchemaParts;
  readonly marks: readonly FieldProblem[];
  /** Parts of a multipart body that are not edited as JSON. */
  readonly outermost: OutermostMembers | null;
  /** What is said where the text is not JSON. */
  readonly fault: ReactNode;
  readonly onChange: (body: string) => void;
}

const any = { type: 'any' };

/**
 * A body as fields. Its text is the one truth: a field shows what stands in it and changes that place, and what no field shows stays as it
 * was written.
 */
export function BodyForm({ id, media, body, parts, marks: said, outermost, fault, onChange }: BodyFormProps) {
  // A form has no place for an empty list or object: the document has, as long as nobody else writes the text.
  const [held, setHeld] = useState(() => ({ body, document: documentOf(body, media, parts.known), turn: 0 }));
  const current =
    held.body === body ? held : { body, document: documentOf(body, media, parts.known), turn: held.turn + 1 };
  if (current !== held) setHeld(current);
  const { document: text } = current;
  const root = useMemo(() => readJsonTree(text), [text]);

  const latest = useRef({ body, text, onChange });
  useLayoutEffect(() => {
    latest.current = { body, text, onChange };
  });
  const edit = useCallback(
    (change: JsonEdit): void => {
      const { body: before, text: document, onChange: tell } = latest.current;
      const next = editJson(document, change);
      if (next === document) return;
      const nextBody = bodyOf(next, media, before, parts.known);
      // Two changes in one turn: the second sees the first.
      latest.current = { body: nextBody, text: next, onChange: tell };
      setHeld(({ turn }) => ({ body: nextBody, document: next, turn }));
      tell(nextBody);
    },
    [media, parts],
  );

  const read = useCallback(
    (known: SchemaParts['known']) =>
      text.trim() === '' ? '' : media.type.includes('urlencoded') ? documentOf(body, media, known) : text,
    [text, body, media],
  );
  const marks = useFormMarks(read, media.schema, parts, said);
  const left = useMemo(() => new Map<string, string>(), []);
  const tools = useMemo(
    (): FormTools => ({ idPrefix: id, parts, marks, edit, left, Value: BodyValue }),
    [id, parts, marks, edit, left],
  );
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = whole.current;
    const onSelect = (event: Event): void => nearestField(id, (event as CustomEvent<string>).detail)?.focus();
    element?.addEventListener(SELECT_PLACE, onSelect);
    return () => element?.removeEventListener(SELECT_PLACE, onSelect);
  }, [id]);
  const isBroken = root === null && text.trim() !== '';
  return (
    <FormToolsContext value={tools}>
      <OutermostContext value={outermost}>
        <div ref={whole} id={id} tabIndex={-1} role="group" aria-label="Body" className={styles.form}>
          {isBroken ? (
            fault
          ) : (
            <BodyValue
              key={current.turn}
              view={media.schema ?? any}
              text={text}
              node={root ?? undefined}
              parent={null}
              at={-1}
              name={null}
              pointer=""
              label=""
              required={false}
              canRemove={false}
            />
          )}
        </div>
      </OutermostContext>
    </FormToolsContext>
  );
}

/** The control of a place, or of what it is in. */
function nearestField(id: string, pointer: string): HTMLElement | null {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const control = document.getElementById(id + place);
    if (control) return control;
  }
  return document.getElementById(id);
}
