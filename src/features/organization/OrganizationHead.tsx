import type { Organization } from '../../portal-client';
import { PageChoice, PageHead } from '../../ui';
import { roleWords } from './role-words';

export interface OrganizationHeadProps {
  readonly organization: Organization;
  readonly organizations: readonly Organization[];
  readonly isSwitching: boolean;
  readonly onSwitch: (organization: string) => void;
}

/** Whom the session acts for, and whom else it could. */
export function OrganizationHead({ organization, organizations, isSwitching, onSwitch }: OrganizationHeadProps) {
  return (
    <PageHead
      title={organization.name}
      lead={`You are ${roleWords(organization.role)}. Keys, sandbox and progress are the organization’s.`}
    >
      {organizations.length > 1 ? (
        <PageChoice label="Acting for" value={organization.id} disabled={isSwitching} onChoose={onSwitch}>
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </PageChoice>
      ) : null}
    </PageHead>
  );
}
