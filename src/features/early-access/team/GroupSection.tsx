import { useState } from 'react';
import type { AccessGroup, AccessMember, Outcome, TeamAccessCalls } from '../../../portal-client';
import { Button, Section } from '../../../ui';
import { Opens } from '../Opens.view';
import { LetIn } from './LetIn';
import { Requests } from './Requests.view';
import styles from './TeamAccess.module.css';

export interface GroupSectionProps {
  readonly calls: TeamAccessCalls;
  readonly group: AccessGroup;
  readonly onChanged: () => Promise<void>;
}

/** One group: what it opens, who asks, who is in, and letting others in. */
export function GroupSection({ calls, group, onChanged }: GroupSectionProps) {
  const [doing, setDoing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const act = async (which: string, call: () => Promise<Outcome<unknown>>, done: string): Promise<void> => {
    if (doing !== null) return;
    setDoing(which);
    setSaid('');
    setProblem('');
    const outcome = await call();
    if (outcome.kind === 'ok') await onChanged();
    setDoing(null);
    if (outcome.kind === 'ok') setSaid(done);
    else setProblem(outcome.problem.detail ?? `${outcome.problem.title}.`);
  };
  const letIn = (member: AccessMember) =>
    act(member.id, () => calls.letIn(group.id, member), `${member.name} is in ${group.title}.`);

  return (
    <Section
      title={group.title}
      text={
        <>
          {group.text}{' '}
          <span className={styles.listed}>
            {group.listed ? 'Partners can ask for it.' : 'Not listed: nobody knows of it who is not in.'}
          </span>
        </>
      }
    >
      <p role="status" className={styles.said}>
        {said}
      </p>
      {problem === '' ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Requests
        requests={group.requests}
        doing={doing}
        onLetIn={({ organization, name }) => void letIn({ kind: 'organization', id: organization, name })}
        onDecline={({ organization, name }) =>
          void act(organization, () => calls.decline(group.id, organization), `The request of ${name} is gone.`)
        }
      />
      <h3 className={styles.title}>In it</h3>
      {group.members.length === 0 ? <p className={styles.quiet}>Staff only, so far.</p> : null}
      <ul className={styles.rows}>
        {group.members.map((member) => (
          <li key={`${member.kind} ${member.id}`}>
            <span className={styles.who}>
              {member.name}
              <small>
                {member.kind === 'cohort' ? 'Cohort' : 'Organization'}, since{' '}
                <time dateTime={member.since}>{member.since.slice(0, 10)}</time>
              </small>
            </span>
            <Button
              size="small"
              variant="quiet"
              busy={doing === member.id}
              onClick={() =>
                void act(
                  member.id,
                  () => calls.takeOut(group.id, member),
                  `${member.name} is not in ${group.title} any more.`,
                )
              }
            >
              Take out
              <span className="pt-unseen"> {member.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <LetIn group={group} calls={calls} doing={doing} onLetIn={(member) => void letIn(member)} />
      <h3 className={styles.title}>What it opens</h3>
      <Opens things={group.opens} nothing="Nothing yet: no guide, API or version of the built site names it." />
    </Section>
  );
}
