import type { PeopleCalls } from '../../portal-client';
import { Button, Callout, Section, Skeleton } from '../../ui';
import { AddStaff } from './AddStaff';
import { StaffRow } from './StaffRow';
import { usePeople } from './use-people';
import { WaitingRow } from './WaitingRow';
import styles from './People.module.css';

export interface PeopleBoardProps {
  readonly calls: PeopleCalls;
  /** The person who looks. */
  readonly self: string;
}

const modes = {
  open: 'Everybody may sign up: nobody waits.',
  approval: 'Nobody waits at the moment. When somebody does, all staff get a mail.',
  invitation: 'Only who is invited may sign up: nobody waits.',
} as const;

/** Who waits, and the staff. */
export function PeopleBoard({ calls, self }: PeopleBoardProps) {
  const { state, load } = usePeople(calls);
  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.waiting}>
        <span className="pt-unseen">Loading the people</span>
        <Skeleton lines={6} height="40px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Callout kind="warning" title="The people could not be loaded">
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={() => void load()}>
          Try again
        </Button>
      </Callout>
    );
  }
  const { staff, signUps } = state;
  return (
    <>
      <Section
        title="Sign-ups"
        text="Who confirmed the address, and waits for you. Whoever is declined is removed, with all that they told."
      >
        {signUps.data.length === 0 ? (
          <p className={styles.quiet}>{modes[signUps.sign_up]}</p>
        ) : (
          <ul className={styles.rows}>
            {signUps.data.map((one) => (
              <WaitingRow
                key={one.person}
                signUp={one}
                onDecide={(decision, words) => calls.decide(one.person, decision, words)}
                onDone={load}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section
        title="Staff"
        text="Staff see all partners, review and launch them, and make others staff. Those of the configuration stay."
      >
        <ul className={styles.rows}>
          {staff.map((member) => (
            <StaffRow
              key={member.email}
              member={member}
              isSelf={member.id === self}
              onRemove={(person) => calls.removeStaff(person)}
              onDone={load}
            />
          ))}
        </ul>
        <AddStaff onAdd={(email) => calls.addStaff(email)} onDone={load} />
      </Section>
    </>
  );
}
