import { type FormEvent, useId, useState } from 'react';
import type { Cohort, CohortWords, Outcome, PortalProblem } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Button } from '../../ui';
import { FieldRow } from './FieldRow.view';
import styles from './Cohorts.module.css';

export interface CohortFormProps {
  /** As it is now; a new one without it. */
  readonly cohort?: Cohort;
  readonly verb: string;
  readonly onSend: (words: CohortWords) => Promise<Outcome<Cohort>>;
  readonly onDone: (cohort: Cohort) => void;
  readonly onClose: () => void;
}

/** What the team says of a cohort. */
export function CohortForm({ cohort, verb, onSend, onDone, onClose }: CohortFormProps) {
  const id = useId();
  const { journeys } = usePortalFields();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const said = (name: string) => ((form.get(name) ?? '') as string).trim();
    const day = (name: string) => said(name) || null;
    setBusy(true);
    const outcome = await onSend({
      ...{ name: said('name'), journey: said('journey'), description: said('description') },
      ...{ starts_on: day('starts_on'), ends_on: day('ends_on'), launch_on: day('launch_on') },
    });
    setBusy(false);
    if (outcome.kind === 'ok') onDone(outcome.value);
    else setProblem(outcome.problem);
  };
  const faultOf = (name: string) => problem?.places.find(({ at }) => at === `/${name}`)?.message;
  const row = (name: string, label: string) => ({ id: `${id}-${name}`, name, label, fault: faultOf(name) });

  return (
    <form className={styles.form} aria-label={verb} onSubmit={(event) => void send(event)}>
      <FieldRow {...row('name', 'Name')}>
        {(field) => <input {...field} required maxLength={100} autoFocus defaultValue={cohort?.name} />}
      </FieldRow>
      <FieldRow {...row('journey', 'Journey')}>
        {(field) => (
          <select {...field} defaultValue={cohort?.journey ?? journeys.at(-1)?.id}>
            {journeys.map((journey) => (
              <option key={journey.id} value={journey.id}>
                {journey.title}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      <div className={styles.days}>
        <FieldRow {...row('starts_on', 'Starts')}>
          {(field) => <input {...field} type="date" defaultValue={cohort?.starts_on ?? ''} />}
        </FieldRow>
        <FieldRow {...row('ends_on', 'Ends')}>
          {(field) => <input {...field} type="date" defaultValue={cohort?.ends_on ?? ''} />}
        </FieldRow>
        <FieldRow {...row('launch_on', 'Target launch')}>
          {(field) => <input {...field} type="date" defaultValue={cohort?.launch_on ?? ''} />}
        </FieldRow>
      </div>
      <FieldRow {...row('description', 'Description (optional)')}>
        {(field) => <textarea {...field} rows={2} maxLength={1000} defaultValue={cohort?.description} />}
      </FieldRow>
      {problem !== null && problem.places.length === 0 ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
      <p className={styles.buttons}>
        <Button type="submit" variant="primary" busy={busy}>
          {verb}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Leave it
        </Button>
      </p>
    </form>
  );
}
