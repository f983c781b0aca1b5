import type { Organization } from '../../portal-client';
import { roleWords } from './role-words';
import styles from './Organization.module.css';

export interface OrganizationHeadProps {
  readonly organization: Organization;
  readonly organizations: readonly Organization[];
  readonly isSwitching: boolean;
  readonly onSwitch: (organization: string) => void;
}

/** Whom the session acts for, and whom else it could. */
export function OrganizationHead({ organization, organizations, isSwitching, onSwitch }: OrganizationHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{organization.name}</h1>
        <p className={styles.lead}>
          You are {roleWords(organization.role)}. Keys, sandbox and progress are the organization’s.
        </p>
      </div>
      {organizations.length > 1 ? (
        <label className={styles.switch}>
          <span>Acting for</span>
          <select
            className={styles.chosen}
            value={organization.id}
            disabled={isSwitching}
            onChange={(event) => onSwitch(event.target.value)}
          >
            {organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </header>
  );
}
