import type { Member, OrganizationRole } from '../../portal-client';
import { Sure } from '../../ui';
import { DeedWords } from './DeedWords.view';
import { RoleSelect } from './RoleSelect.view';
import { dayOf, roleTitle } from './role-words';
import type { Deed } from './use-deed';
import styles from './Organization.module.css';

export interface MembersProps {
  readonly organization: string;
  readonly members: readonly Member[];
  /** Whether whoever looks is an owner. */
  readonly isOwner: boolean;
  readonly deed: Deed;
  readonly onRole: (member: Member, role: OrganizationRole) => void;
  readonly onRemove: (member: Member) => void;
  readonly onLeave: () => void;
}

/** Who belongs to the organization, in the order in which they joined. */
export function Members({ organization, members, isOwner, deed, onRole, onRemove, onLeave }: MembersProps) {
  return (
    <>
      <ul className={styles.people}>
        {members.map((member) => (
          <li key={member.id} aria-label={member.name}>
            <span className={styles.person}>
              <span>
                {member.name}
                {member.is_you ? <span className={styles.you}>you</span> : null}
              </span>
              <small>
                {member.email} · since {dayOf(member.joined_at)}
              </small>
            </span>
            {isOwner ? (
              <RoleSelect
                aria-label={`Role of ${member.name}`}
                value={member.role}
                disabled={deed.doing !== null}
                onChoose={(role) => onRole(member, role)}
              />
            ) : (
              <span className={styles.role}>{roleTitle(member.role)}</span>
            )}
            <span className={styles.act}>
              {member.is_you ? (
                <Sure
                  label="Leave"
                  of={organization}
                  question={`Leave ${organization}?`}
                  busy={deed.doing === 'leave'}
                  onSure={onLeave}
                />
              ) : isOwner ? (
                <Sure
                  label="Remove"
                  of={member.name}
                  question={`Remove ${member.name}?`}
                  busy={deed.doing === `remove ${member.id}`}
                  onSure={() => onRemove(member)}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <DeedWords deed={deed} which={() => true} />
    </>
  );
}
