import { type FormEvent, useState } from 'react';
import Link from '@docusaurus/Link';
import { createJourneyCalls, type PortalProblem } from '../../../../portal-client';
import { Button } from '../../../../ui';
import journeyStyles from '../Journey.module.css';
import type { PersonToolProps } from './FormTool';
import styles from './Tools.module.css';

/** A document that an owner agrees to, for the whole organization. */
export function AgreementTool({ journey, step, followed, serviceUrl, organization }: PersonToolProps) {
  const [isRead, setRead] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const proof = step.config?.proof;
  if (proof?.kind !== 'agreement') return null;
  const name = step.config?.links?.find(({ href }) => href === proof.document)?.label ?? proof.document;
  if (step.standing === 'done') {
    return (
      <p className={journeyStyles.quiet}>
        {organization.name} agreed to <Link to={proof.document}>version {proof.version}</Link>.
      </p>
    );
  }
  if (organization.role !== 'owner') {
    return (
      <p className={journeyStyles.quiet}>
        An owner of {organization.name} agrees to <Link to={proof.document}>version {proof.version}</Link>. You are a{' '}
        {organization.role}.
      </p>
    );
  }
  const agree = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const calls = createJourneyCalls(serviceUrl, (request) => fetch(request));
    const outcome = await calls.agree(journey, step.id, proof.version);
    setBusy(false);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    if (outcome.kind === 'ok') followed.take(outcome.value);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void agree(event)}>
      <label className={styles.check}>
        <input type="checkbox" checked={isRead} onChange={({ currentTarget }) => setRead(currentTarget.checked)} />
        <span>
          I have read{' '}
          <Link to={proof.document}>
            {name}, version {proof.version}
          </Link>
          , and agree for {organization.name}.
        </span>
      </label>
      <div className={styles.ways}>
        <Button type="submit" variant={step.isNext ? 'primary' : 'secondary'} busy={isBusy} disabled={!isRead}>
          Agree
        </Button>
      </div>
      {problem ? (
        <p role="alert" className={styles.fault}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
    </form>
  );
}
