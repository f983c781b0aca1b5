import type { BodyValueProps } from './BodyValue';
import { FieldFrame } from './FieldFrame';
import { editOf, rawOf } from './field-place';
import type { SingleShape } from './field-shape';
import { useFormTools, useMark } from './form-context';
import { SingleControl } from './SingleControl.view';

export interface SingleFieldProps extends BodyValueProps {
  readonly shape: SingleShape;
}

/** A single value. */
export function SingleField({ shape, ...place }: SingleFieldProps) {
  const { idPrefix, edit } = useFormTools();
  const mark = useMark(place.pointer);
  const id = `${idPrefix}${place.pointer}`;
  return (
    <FieldFrame {...place}>
      <SingleControl
        shape={shape}
        view={place.view}
        json={rawOf(place)}
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
