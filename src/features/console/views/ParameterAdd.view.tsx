import { useMemo } from 'react';
import type { ParameterView } from '../../../../contract/reference-page';
import { fieldKey } from '../request';
import { AddMember } from './AddMember.view';

export interface ParameterAddProps {
  readonly id: string;
  /** The optional parameters that are not in sight. */
  readonly others: readonly ParameterView[];
  readonly onAdd: (field: string) => void;
}

/** What else can be sent. */
export function ParameterAdd({ id, others, onAdd }: ParameterAddProps) {
  const options = useMemo(
    () =>
      others.map((parameter) => ({
        key: fieldKey(parameter),
        name: parameter.name,
        detail: `${parameter.in} · ${parameter.schema.type}${parameter.deprecated ? ' · deprecated' : ''}`,
      })),
    [others],
  );
  return <AddMember id={id} label="Add a parameter" options={options} onAdd={onAdd} />;
}
