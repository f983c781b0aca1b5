import { type SubmitEvent, useId, useState } from 'react';
import type { AccessGroup, AccessMember, Outcome, TeamAccessCalls } from '../../../portal-client';
import { Button } from '../../../ui';
import styles from './TeamAccess.module.css';

export interface LetInProps {
  readonly group: AccessGroup;
  readonly calls: Pick<TeamAccessCalls, 'candidates'>;
  /** Whose is under way. */
  readonly doing: string | null;
  readonly onLetIn: (member: AccessMember) => void;
}

/** Finds organizations and cohorts by a part of their name, and lets them in. */
export function LetIn({ group, calls, doing, onLetIn }: LetInProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Outcome<readonly AccessMember[]> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const find = async (): Promise<void> => {
    setBusy(true);
    setFound(await calls.candidates(group.id, words.trim()));
    setBusy(false);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isBusy) void find();
  };
  const members = new Set(group.members.map((one) => one.id));
  const shown = found?.kind === 'ok' ? found.value.filter((one) => !members.has(one.id)) : [];
  return (
    <form role="search" aria-label={`Whom to let into ${group.title}`} className={styles.find} onSubmit={submit}>
      <label htmlFor={id}>Let in an organization or a cohort</label>
      <span className={styles.line}>
        <input
          id={id}
          type="search"
          className={styles.words}
          placeholder="A part of the name"
          maxLength={100}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" busy={isBusy}>
          Find
        </Button>
      </span>
      <p role="status" className={styles.said}>
        {found?.kind === 'ok' && shown.length === 0 ? 'Nobody else is called so.' : ''}
      </p>
      {found?.kind === 'problem' ? (
        <p role="alert" className={styles.problem}>
          {found.problem.detail ?? `${found.problem.title}.`}
        </p>
      ) : null}
      <ul className={styles.rows}>
        {shown.map((member) => (
          <li key={`${member.kind} ${member.id}`}>
            <span className={styles.who}>
              {member.name}
              <small>{member.kind === 'cohort' ? 'Cohort' : 'Organization'}</small>
            </span>
            <Button size="small" busy={doing === member.id} onClick={() => onLetIn(member)}>
              Let in
              <span className="pt-unseen"> {member.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
