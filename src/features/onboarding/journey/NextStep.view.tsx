import type { JourneyProgress, PortalProblem } from '../../../portal-client';
import { Button, ButtonLink } from '../../../ui';
import styles from './Journey.module.css';
import { LastError } from './LastError.view';
import { StepLinks } from './StepWords.view';
import { standingWords, type StepView } from './step-view';
import { deedOf } from './step-tools';

export interface NextStepProps {
  readonly steps: readonly StepView[];
  readonly progress: JourneyProgress;
  readonly problem: PortalProblem | null;
  readonly onOpen: (step: string) => void;
}

/** The next step with its one button; or what there is to say where none can be done now. */
export function NextStep({ steps, progress, problem, onOpen }: NextStepProps) {
  const next = steps.find(({ isNext }) => isNext);
  const late =
    problem === null ? null : <p className={styles.late}>The ticks are late: {problem.title}. Trying again.</p>;
  if (!next) {
    const left = steps.filter(({ standing, isOptional }) => isOptional && standing !== 'done').length;
    return (
      <>
        <p className={styles.over}>{progress.complete ? 'Complete' : 'Nothing can be done now'}</p>
        <p className={styles.nextTitle}>{progress.complete ? `${progress.title}: all is proven` : progress.title}</p>
        <p>
          {progress.complete
            ? left === 0
              ? 'What proved each step is kept with it.'
              : `What is left is optional: ${left} ${left === 1 ? 'step' : 'steps'}.`
            : 'Each step that is left waits for another.'}
        </p>
        <ButtonLink to="/keys">Your keys</ButtonLink>
        {late}
      </>
    );
  }
  const { config, progress: said, standing } = next;
  const deed = deedOf(config);
  const parallel = steps.filter((one) => one.progress?.may_start === true && !one.isNext).length;
  return (
    <>
      <p className={styles.over}>
        {standing === 'in-review' ? 'Now it is the team’s turn' : 'Next step'}
        {standing === 'to-do' || standing === 'in-review' ? '' : `, ${standingWords(next)}`}
      </p>
      <p className={styles.nextTitle}>{next.title}</p>
      <p>{standing === 'to-do' || config === null ? (config?.text ?? said?.missing) : said?.missing}</p>
      {said?.last_error ? <LastError error={said.last_error} /> : null}
      <div className={styles.ways}>
        <Button variant={deed === null ? 'secondary' : 'primary'} onClick={() => onOpen(next.id)}>
          {deed ?? 'Show the step'}
        </Button>
        <StepLinks step={next} />
      </div>
      {parallel > 0 ? (
        <p className={styles.quiet}>
          {parallel === 1 ? 'One other step' : `${parallel} other steps`} can be done now, in any order.
        </p>
      ) : null}
      {late}
    </>
  );
}
