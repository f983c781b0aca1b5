import type { ReactNode } from 'react';
import type { JourneyConfig } from '../../../../contract/portal-config';
import styles from './Journey.module.css';
import { type RemovedStep, RemovedSteps } from './RemovedSteps.view';
import { StepRow } from './StepRow.view';
import { countDone, type StepView } from './step-view';

export interface JourneyFrameProps {
  readonly journey: JourneyConfig;
  readonly steps: readonly StepView[];
  readonly removed: readonly RemovedStep[];
  /** What ticked last, read out. */
  readonly said: string;
  /** The anchor of a step's row. */
  readonly nameOf: (step: string) => string;
  readonly renderTools: (step: StepView) => ReactNode;
  /** What to do next: its place is kept. */
  readonly children: ReactNode;
}

/** The same places before, during and after: how much is done, what is next, and all steps. */
export function JourneyFrame({ journey, steps, removed, said, nameOf, renderTools, children }: JourneyFrameProps) {
  const { done, of } = countDone(steps);
  const isKnown = steps.some(({ standing }) => standing !== 'unknown');
  return (
    <section className={styles.card} aria-label={journey.title} data-journey={journey.id}>
      <header className={styles.header}>
        <h2 className={styles.title}>{journey.title}</h2>
        <span className={styles.count}>{isKnown ? `${done} of ${of} done` : `${of} steps`}</span>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${of === 0 ? 0 : (done / of) * 100}%` }} />
        </span>
      </header>
      <div className={styles.next}>{children}</div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepRow step={step} name={nameOf(step.id)} titles={steps}>
              {renderTools(step)}
            </StepRow>
          </li>
        ))}
      </ol>
      <RemovedSteps removed={removed} />
      <p role="status" className="pt-unseen">
        {said}
      </p>
    </section>
  );
}
