import { type ReactNode, useState } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import styles from './Journey.module.css';
import { StepMark } from './StepMark.view';
import { StepWords } from './StepWords.view';
import { standingWords, type StepView } from './step-view';

export interface StepRowProps {
  readonly step: StepView;
  /** Its anchor. */
  readonly name: string;
  readonly titles: readonly StepView[];
  /** What one can do for it here. */
  readonly children: ReactNode;
}

/** One step: a line, and all of it when it is unfolded. What is done in it stays as it is when it is folded up. */
export function StepRow({ step, name, titles, children }: StepRowProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      id={name}
      className={styles.row}
      data-standing={step.standing}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary className={styles.line}>
        <StepMark step={step} />
        <h3 className={styles.stepTitle}>{step.title}</h3>
        <span className={styles.standing}>
          {step.isNext ? <span className="pt-unseen">next step, </span> : null}
          {standingWords(step)}
        </span>
        <ChevronRight size={16} aria-hidden="true" className={styles.chevron} />
      </summary>
      <div className={styles.body}>
        <StepWords step={step} titles={titles} />
        {wasOpened ? children : null}
      </div>
    </details>
  );
}
