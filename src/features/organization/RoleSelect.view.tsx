import type { SelectHTMLAttributes } from 'react';
import type { OrganizationRole } from '../../portal-client';
import { roles } from './role-words';
import styles from './Organization.module.css';

export interface RoleSelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: OrganizationRole;
  readonly onChoose: (role: OrganizationRole) => void;
}

export function RoleSelect({ value, onChoose, ...rest }: RoleSelectProps) {
  return (
    <select
      {...rest}
      className={styles.choice}
      value={value}
      onChange={(event) => onChoose(event.target.value as OrganizationRole)}
    >
      {roles.map(({ role, title }) => (
        <option key={role} value={role}>
          {title}
        </option>
      ))}
    </select>
  );
}
