import { type FormEvent, useId, useState } from 'react';
import { createJourneyCalls, type PortalProblem } from '../../../../portal-client';
import type { Membership } from '../../../../portal-client/session';
import { Button } from '../../../../ui';
import type { FollowedJourney } from '../followed-journey';
import type { StepView } from '../step-view';
import { answersOf, faultsOf, openingText } from './form-text';
import { FormField } from './FormField.view';
import styles from './Tools.module.css';

export interface PersonToolProps {
  readonly journey: string;
  readonly step: StepView;
  readonly followed: FollowedJourney;
  readonly serviceUrl: string;
  readonly organization: Membership;
}

/** A step's form. What was sent last stands in it; to send it again replaces that. */
export function FormTool({ journey, step, followed, serviceUrl }: PersonToolProps) {
  const id = useId();
  const { config, progress } = step;
  const fields = config?.proof.kind === 'form' ? config.proof.fields : [];
  const evidence = progress?.evidence ?? progress?.shown_before?.evidence;
  const [text, setText] = useState(() => openingText(fields, evidence?.answers));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const [said, setSaid] = useState('');
  const faults = faultsOf(problem);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setSaid('');
    const calls = createJourneyCalls(serviceUrl, (request) => fetch(request));
    const outcome = await calls.fillForm(journey, step.id, answersOf(fields, text));
    setBusy(false);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    if (outcome.kind === 'ok') {
      followed.take(outcome.value);
      return setSaid('Your answers are kept. You can change them until the review.');
    }
    const first = fields.find((field) => faultsOf(outcome.problem)[field.id] !== undefined);
    if (first) form.querySelector<HTMLElement>(`[name="${CSS.escape(first.id)}"]`)?.focus();
  };
  const general = problem && Object.keys(faults).length === 0 ? (problem.detail ?? `${problem.title}.`) : null;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      {fields.map((field) => (
        <FormField
          key={field.id}
          field={field}
          id={`${id}-${field.id}`}
          value={text[field.id] ?? ''}
          fault={faults[field.id] ?? null}
          onChange={(value) => setText((before) => ({ ...before, [field.id]: value }))}
        />
      ))}
      <div className={styles.ways}>
        <Button type="submit" variant={step.isNext ? 'primary' : 'secondary'} busy={isBusy}>
          {evidence ? 'Send the answers again' : 'Send the answers'}
        </Button>
        <p role="status">{said}</p>
      </div>
      {general ? (
        <p role="alert" className={styles.fault}>
          {general}
        </p>
      ) : null}
    </form>
  );
}
