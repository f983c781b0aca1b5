import type { ReactNode } from 'react';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import { Button } from '../../ui';
import type { StepStanding, StepView } from './first-call-state';
import styles from './FirstCall.module.css';

export interface FirstCallViewProps {
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly onPress: (step: string) => void;
  readonly onPrepare?: () => void;
  /** The request and its answer; the place is kept while there is none. */
  readonly children: ReactNode;
  /** What to do next, what went wrong, or what this is: two lines, always there. */
  readonly footer: ReactNode;
  /** For screen readers. */
  readonly said: string;
}

/** The steps, each with its one button, and the call in view. The same places before, during and after. */
export function FirstCallView({ title, steps, onPress, onPrepare, children, footer, said }: FirstCallViewProps) {
  const done = steps.filter((step) => step.standing === 'proven').length;
  return (
    <section className={styles.card} aria-label={title} onPointerEnter={onPrepare} onFocus={onPrepare}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.count}>
          {done} of {steps.length}
        </span>
      </header>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} onPress={() => onPress(step.id)} />
        ))}
      </ol>
      <div className={styles.call}>{children}</div>
      <footer className={styles.footer}>{footer}</footer>
      <p role="status" className="pt-unseen">
        {said}
      </p>
    </section>
  );
}

const standingWords: Readonly<Record<StepStanding, string>> = {
  proven: 'done',
  awaited: 'answered, not confirmed yet',
  calling: 'sending',
  next: 'next',
  waiting: 'after the step before',
};

function Step({ step, number, onPress }: { step: StepView; number: number; onPress: () => void }) {
  const { standing } = step;
  const isNext = standing === 'next' || standing === 'awaited';
  return (
    <li className={clsx(styles.step, styles[standing])}>
      <span className={styles.mark}>
        {standing === 'proven' ? <Check size={14} aria-hidden="true" /> : <span aria-hidden="true">{number}</span>}
        <span className="pt-unseen">
          Step {number}, {standingWords[standing]}:
        </span>
      </span>
      <div className={styles.words}>
        <Button
          variant={isNext || standing === 'calling' ? 'primary' : standing === 'proven' ? 'quiet' : 'secondary'}
          size="small"
          busy={standing === 'calling'}
          disabled={standing === 'waiting'}
          onClick={onPress}
        >
          {step.title}
        </Button>
        <p className={styles.text}>{step.text}</p>
      </div>
    </li>
  );
}
