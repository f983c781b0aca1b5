import { FieldFrame } from './FieldFrame';
import { editOf, rawOf, type BodyValueProps } from './field-place';
import type { SingleShape } from './field-shape';
import { useFormTools, useMark } from './form-context';
import { readable } from './readable';
import { SingleControl } from './SingleControl.view';
import styles from './BodyForm.module.css';

export interface SingleFieldProps extends BodyValueProps {
  readonly shape: SingleShape;
}

/** A single value. */
export function SingleField({ shape, ...place }: SingleFieldProps) {
  const { idPrefix, edit } = useFormTools();
  const mark = useMark(place.pointer);
  const id = `${idPrefix}${place.pointer}`;
  const json = rawOf(place);
  // What can have one value only, and has it, is nothing to choose.
  if (shape.kind === 'choice' && shape.choices.length === 1 && json === shape.choices[0] && place.label !== '') {
    const fixed = (
      <output id={id} className={styles.fixed}>
        {readable(json)}
      </output>
    );
    return (
      <FieldFrame {...place} choice={fixed}>
        {null}
      </FieldFrame>
    );
  }
  return (
    <FieldFrame {...place}>
      <SingleControl
        shape={shape}
        view={place.view}
        json={json}
        onChange={(json) => edit(editOf(place, json))}
        attributes={{
          id,
          ...(place.label === '' && { 'aria-label': 'Body' }),
          'aria-required': place.required || undefined,
          'aria-invalid': mark !== null || undefined,
          'aria-describedby': mark === null ? undefined : `${id}-mark`,
        }}
      />
    </FieldFrame>
  );
}
