import { type FormEvent, useId, useState } from 'react';
import type { NewEvent, Outcome, PortalProblem, TeamEvent } from '../../../portal-client';
import { Button } from '../../../ui';
import { type DraftField, type EventDraft, faultsOf, wordsOf } from './event-draft';
import { EventFields } from './EventFields.view';
import styles from './TeamEvents.module.css';

export interface EventFormProps {
  readonly draft: EventDraft;
  readonly verb: string;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  /** Told where people are signed up. */
  readonly hint: string;
  readonly onSend: (words: NewEvent) => Promise<Outcome<TeamEvent>>;
  readonly onDone: (event: TeamEvent) => void;
  readonly onClose: () => void;
}

/** Plans an event, or changes one. */
export function EventForm({ draft: first, verb, cohorts, hint, onSend, onDone, onClose }: EventFormProps) {
  const id = useId();
  const [draft, setDraft] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const faults = faultsOf(problem);
  const put = (field: DraftField, text: string): void => setDraft((before) => ({ ...before, [field]: text }));

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    const outcome = await onSend(wordsOf(draft));
    setBusy(false);
    if (outcome.kind === 'ok') return onDone(outcome.value);
    setProblem(outcome.problem);
    const wrong = Object.keys(faultsOf(outcome.problem))[0] ?? '';
    form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };

  return (
    <form className={styles.form} aria-label={verb} onSubmit={(event) => void send(event)}>
      <EventFields id={id} draft={draft} faults={faults} cohorts={cohorts} onPut={put} />
      {faults.whole ? (
        <p role="alert" className={styles.problem}>
          {faults.whole}
        </p>
      ) : null}
      {hint === '' ? null : <p className={styles.quiet}>{hint}</p>}
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
