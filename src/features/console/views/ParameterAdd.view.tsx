import type { ParameterView } from '../../../../contract/reference-page';
import { fieldKey } from '../request';
import styles from './ParameterFields.module.css';

export interface ParameterAddProps {
  readonly id: string;
  /** The optional parameters that are not in sight. */
  readonly others: readonly ParameterView[];
  readonly onAdd: (field: string) => void;
}

/** A native menu of what else can be sent: it is searched by typing, and works on phones as readers know it. */
export function ParameterAdd({ id, others, onAdd }: ParameterAddProps) {
  if (others.length === 0) return null;
  return (
    <select
      id={id}
      aria-label="Add a parameter"
      className={styles.add}
      value=""
      onChange={(event) => onAdd(event.target.value)}
    >
      <option value="" disabled>
        {`+ Add a parameter (${others.length} optional)`}
      </option>
      {others.map((parameter) => (
        <option key={fieldKey(parameter)} value={fieldKey(parameter)}>
          {parameter.name} · {parameter.in} · {parameter.schema.type}
          {parameter.deprecated ? ' · deprecated' : ''}
        </option>
      ))}
    </select>
  );
}
