import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import clsx from 'clsx';
import { Button } from '../../../ui';
import field from '../views/ParameterField.module.css';
import { editOf, pathOf, pathTextOf, type BodyValueProps } from './field-place';
import { canBeNull } from './field-shape';
import { useFormTools, useMark } from './form-context';
import { ItemTools } from './ItemTools';
import { startJson } from './start-json';
import styles from './BodyForm.module.css';

export interface FieldFrameProps extends BodyValueProps {
  /** Holds fields, not a control. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

/** A value's name, type and what one can do with it; its control or fields; what is wrong with it. */
export function FieldFrame({ isGroup = false, choice, children, ...place }: FieldFrameProps) {
  const { idPrefix, edit } = useFormTools();
  const mark = useMark(place.pointer);
  const id = `${idPrefix}${place.pointer}`;
  const isNull = place.node?.kind === 'null';
  const isAbsent = isGroup && !place.node;
  const markText = mark !== null && <Mark id={`${id}-mark`} text={mark} />;
  if (place.label === '') {
    return (
      <>
        {choice && <div className={styles.head}>{choice}</div>}
        {markText}
        {children}
      </>
    );
  }
  const name = isGroup ? (
    <span id={`${id}-name`} className={field.name}>
      {place.label}
    </span>
  ) : (
    <label htmlFor={id} className={field.name}>
      {place.label}
    </label>
  );
  const group = isGroup && { role: 'group', 'aria-labelledby': `${id}-name` };
  return (
    <div className={clsx(field.field, isGroup && styles.group)} {...group}>
      <div className={field.head}>
        {name}
        <span className={field.type}>
          {place.view.type}
          {place.view.format !== undefined && ` (${place.view.format})`}
          {place.view.deprecated && ' · deprecated'}
        </span>
        {place.required && <span className={field.required}>required</span>}
        {choice}
        <span className={styles.tools}>
          {canBeNull(place.view) && (
            <button
              type="button"
              className={styles.toggle}
              aria-pressed={isNull}
              aria-label={`${place.label} is null`}
              onClick={() => edit(editOf(place, isNull ? startJson(notNull(place.view), new Map()) : 'null'))}
            >
              null
            </button>
          )}
          {(place.listLength ?? 0) > 1 && (
            <ItemTools path={place.parent ?? ''} at={place.at} count={place.listLength ?? 0} label={place.label} />
          )}
          {place.canRemove && (
            <Button
              variant="quiet"
              size="small"
              icon={<X aria-hidden="true" />}
              aria-label={`Remove ${place.label}`}
              onClick={() => edit({ kind: 'remove', path: pathOf(pathTextOf(place)) })}
            />
          )}
        </span>
      </div>
      {isGroup && isNull ? null : isAbsent ? (
        <Button
          id={id}
          variant="quiet"
          size="small"
          className={styles.start}
          onClick={() => edit(editOf(place, startJson(place.view, new Map())))}
        >
          Add {place.label}
        </Button>
      ) : isGroup ? (
        <div className={styles.inside}>{children}</div>
      ) : (
        children
      )}
      {markText}
    </div>
  );
}

function Mark({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className={field.mark}>
      {text}
    </p>
  );
}

const notNull = (view: BodyValueProps['view']): BodyValueProps['view'] =>
  view.default === 'null' || view.example === 'null' ? { ...view, default: undefined, example: undefined } : view;
