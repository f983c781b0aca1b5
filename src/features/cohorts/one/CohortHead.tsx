import { useState } from 'react';
import type { Cohort, CohortCalls } from '../../../portal-client';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Button, ButtonLink, Sure } from '../../../ui';
import { CohortForm } from '../CohortForm';
import { dayWords, daysWords } from '../cohort-words';
import { DeedWords } from '../DeedWords.view';
import { useDeed } from '../use-deed';
import styles from '../Cohorts.module.css';

export interface CohortHeadProps {
  readonly calls: Pick<CohortCalls, 'change'>;
  readonly cohort: Cohort;
  readonly onChanged: () => Promise<void>;
}

/** What a cohort is called and about, and what is done with it as a whole. */
export function CohortHead({ calls, cohort, onChanged }: CohortHeadProps) {
  const { id, name, description, journey, archived_at: archivedAt } = cohort;
  const { journeys } = usePortalFields();
  const [isChanging, setChanging] = useState(false);
  const deed = useDeed();
  const archive = async (archived: boolean): Promise<void> => {
    await deed.run('archive', () => calls.change(id, { archived }), '');
    await onChanged();
  };
  if (isChanging) {
    return (
      <CohortForm
        cohort={cohort}
        verb="Keep the changes"
        onSend={(words) => calls.change(id, words)}
        onDone={() => {
          setChanging(false);
          void onChanged();
        }}
        onClose={() => setChanging(false)}
      />
    );
  }
  const facts = [journeys.find((one) => one.id === journey)?.title ?? journey, daysWords(cohort)];
  return (
    <div className={styles.head}>
      <h2>{name}</h2>
      <p className={styles.quiet}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {description === '' ? null : <p className={styles.description}>{description}</p>}
      {archivedAt === null ? (
        <p className={styles.buttons}>
          <ButtonLink size="small" to={`/team?${new URLSearchParams({ journey, cohort: id })}`}>
            On the board
          </ButtonLink>
          <Button size="small" onClick={() => setChanging(true)}>
            Change
          </Button>
          <Sure
            label="Archive"
            of={name}
            question="Archive it? Nothing is lost."
            busy={deed.doing !== null}
            onSure={() => void archive(true)}
          />
        </p>
      ) : (
        <p className={styles.buttons}>
          <span>In the archive since {dayWords(archivedAt)}: it stays as it is.</span>
          <Button size="small" busy={deed.doing !== null} onClick={() => void archive(false)}>
            Take it back
          </Button>
        </p>
      )}
      <DeedWords deed={deed} />
    </div>
  );
}
