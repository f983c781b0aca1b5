import { memo } from 'react';
import { AlternativesField } from './AlternativesField';
import { ArrayFields } from './ArrayFields';
import { FieldFrame } from './FieldFrame';
import { isSamePlace, type BodyValueProps } from './field-place';
import { fitsShape, shapeOf } from './field-shape';
import { useFormTools } from './form-context';
import { ObjectFields } from './ObjectFields';
import { OpenField } from './OpenField';
import { SingleField } from './SingleField';
import { useWhole } from './use-whole';

/** One value of a body, as the contract describes it: a field, or a group of them. Drawn anew only where its own text has changed. */
export const BodyValue = memo(
  function BodyValue(props: BodyValueProps) {
    const { parts } = useFormTools();
    const view = useWhole(props.view, parts);
    if (!view) return <p aria-busy="true">…</p>;
    const place = { ...props, view };
    const shape = shapeOf(view);
    if (shape.kind === 'open') return <OpenField {...place} kinds={shape.kinds} />;
    if (!fitsShape(shape, props.node)) return <OpenField {...place} kinds={undefined} />;
    if (shape.kind === 'alternatives') return <AlternativesField {...place} />;
    if (shape.kind === 'object' || shape.kind === 'array') {
      const Inside = shape.kind === 'object' ? ObjectFields : ArrayFields;
      return (
        <FieldFrame {...place} isGroup>
          <Inside {...place} />
        </FieldFrame>
      );
    }
    return <SingleField {...place} shape={shape} />;
  },
  (before, after) =>
    isSamePlace(before, after) &&
    before.label === after.label &&
    before.required === after.required &&
    before.canRemove === after.canRemove &&
    before.listLength === after.listLength &&
    before.choice === after.choice,
);
