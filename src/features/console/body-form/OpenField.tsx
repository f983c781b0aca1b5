import { ArrayFields } from './ArrayFields';
import { FieldFrame } from './FieldFrame';
import { editOf, rawOf, type BodyValueProps } from './field-place';
import { useFormTools, useMark } from './form-context';
import { ObjectFields } from './ObjectFields';
import { ofKind } from './of-kind';
import { SingleControl } from './SingleControl.view';
import styles from './BodyForm.module.css';

export interface OpenFieldProps extends BodyValueProps {
  /** Which types the contract allows; none where what stands there is of another. */
  readonly kinds: readonly string[] | undefined;
}

const words: Readonly<Record<string, string>> = { boolean: 'true or false', array: 'list', string: 'text' };
const every = ['string', 'number', 'boolean', 'object', 'array', 'null'];

/** A value whose type is chosen: where the contract leaves it open, or the text holds another than it asks for. */
export function OpenField({ kinds = every, ...place }: OpenFieldProps) {
  const { idPrefix, edit } = useFormTools();
  const mark = useMark(place.pointer);
  const id = `${idPrefix}${place.pointer}`;
  const kind = place.node?.kind;
  const offered = kind === undefined || kinds.includes(kind) ? kinds : [...kinds, kind];
  const isGroup = kind === 'object' || kind === 'array';
  const choice = (
    <select
      {...(!kind && { id })}
      aria-label={`Type of ${place.label || 'the body'}`}
      className={styles.choice}
      value={kind ?? ''}
      onChange={(event) => edit(editOf(place, ofKind(event.target.value, rawOf(place))))}
    >
      {!kind && <option value="">Not sent</option>}
      {offered.map((one) => (
        <option key={one} value={one}>
          {words[one] ?? one}
        </option>
      ))}
    </select>
  );
  const inside = {
    ...place,
    view:
      kind === 'object' ? (place.view.properties ? place.view : anyObject) : place.view.items ? place.view : anyList,
  };
  return (
    <FieldFrame
      {...place}
      isGroup={isGroup || !kind || kind === 'null'}
      choice={
        <>
          {place.choice}
          {choice}
        </>
      }
    >
      {kind === 'object' && <ObjectFields {...inside} />}
      {kind === 'array' && <ArrayFields {...inside} />}
      {(kind === 'string' || kind === 'number' || kind === 'boolean') && (
        <SingleControl
          shape={{ kind: kind === 'string' ? 'text' : kind }}
          view={place.view}
          json={rawOf(place)}
          onChange={(json) => edit(editOf(place, json))}
          attributes={{
            id,
            ...(place.label === '' && { 'aria-label': 'Body' }),
            'aria-invalid': mark !== null || undefined,
            'aria-describedby': mark === null ? undefined : `${id}-mark`,
          }}
        />
      )}
    </FieldFrame>
  );
}

const any = { type: 'any' };
const anyObject = { type: 'object', additional: any };
const anyList = { type: 'array', items: any };
