import { type FormEvent, useId, useState } from 'react';
import type { OrganizationRole, PortalProblem } from '../../portal-client';
import { Button } from '../../ui';
import { roles } from './role-words';
import { RoleSelect } from './RoleSelect.view';
import styles from './Organization.module.css';

export interface InviteFormProps {
  readonly busy: boolean;
  readonly problem: PortalProblem | null;
  /** Resolves to whether the mail is on its way. */
  readonly onInvite: (email: string, role: OrganizationRole) => Promise<boolean>;
}

/** Invites one person, with a role. */
export function InviteForm({ busy, problem, onInvite }: InviteFormProps) {
  const id = useId();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<OrganizationRole>('developer');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (email.trim() !== '' && (await onInvite(email.trim(), role))) setEmail('');
  };
  const words = roles.find((one) => one.role === role)?.text ?? '';
  return (
    <form className={styles.form} aria-label="Invite somebody" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>Their address</label>
      <span className={styles.line}>
        <input
          id={id}
          className={styles.field}
          type="email"
          autoComplete="off"
          maxLength={254}
          placeholder="name@university.example"
          value={email}
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-words`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleSelect aria-label="Role" value={role} onChoose={setRole} />
        <Button type="submit" busy={busy} disabled={email.trim() === ''}>
          Invite
        </Button>
      </span>
      <span
        id={`${id}-words`}
        role={problem === null ? undefined : 'alert'}
        className={problem === null ? styles.quiet : styles.problem}
      >
        {problem === null
          ? `${role === 'owner' ? 'An' : 'A'} ${role} ${words}.`
          : (problem.detail ?? `${problem.title}.`)}
      </span>
    </form>
  );
}
