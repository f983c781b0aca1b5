import X from 'lucide-react/icons/x';
import { Button } from '../../../ui';
import field from '../views/ParameterField.module.css';
import { pathOf, pathTextOf, type BodyValueProps } from './field-place';
import { useFormTools, useMark, type OutermostMembers } from './form-context';
import styles from './BodyForm.module.css';

export interface OutermostMemberProps extends BodyValueProps {
  readonly slots: OutermostMembers;
  readonly onRemove: () => void;
}

/** A part of a multipart body: a file, or a field, with its type. */
export function OutermostMember({ slots, onRemove, ...place }: OutermostMemberProps) {
  const { idPrefix, edit, Value } = useFormTools();
  const mark = useMark(place.pointer);
  const name = place.name ?? '';
  const id = `${idPrefix}${place.pointer}`;
  const control = slots.control(name, id);
  if (control === null) {
    return (
      <div className={styles.part}>
        <Value {...place} />
        {(place.node !== undefined || place.required) && slots.beside(name)}
      </div>
    );
  }
  return (
    <div className={field.field}>
      <div className={field.head}>
        <label htmlFor={id} className={field.name}>
          {name}
        </label>
        <span className={field.type}>{place.view.items ? 'files' : 'file'}</span>
        {place.required && <span className={field.required}>required</span>}
        {!place.required && (
          <Button
            variant="quiet"
            size="small"
            className={styles.tools}
            icon={<X aria-hidden="true" />}
            aria-label={`Remove ${name}`}
            onClick={() => {
              slots.onRemove(name);
              if (place.node) edit({ kind: 'remove', path: pathOf(pathTextOf(place)) });
              onRemove();
            }}
          />
        )}
      </div>
      {control}
      {slots.beside(name)}
      {mark !== null && !slots.isSet(name) && (
        <p id={`${id}-mark`} className={field.mark}>
          {mark}
        </p>
      )}
    </div>
  );
}
