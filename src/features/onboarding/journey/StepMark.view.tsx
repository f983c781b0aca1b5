import Check from 'lucide-react/icons/check';
import Hourglass from 'lucide-react/icons/hourglass';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import styles from './Journey.module.css';
import type { StepView } from './step-view';

/** A step's number, or a sign of how it stands. What it means stands beside it in words. */
export function StepMark({ step }: { readonly step: StepView }) {
  const { standing, number, isNext } = step;
  return (
    <span className={styles.mark} data-standing={standing} data-next={isNext || undefined} aria-hidden="true">
      {standing === 'done' ? <Check size={14} /> : null}
      {standing === 'in-review' ? <Hourglass size={13} /> : null}
      {standing === 'out-of-date' || standing === 'given-back' ? <RotateCcw size={13} /> : null}
      {['done', 'in-review', 'out-of-date', 'given-back'].includes(standing) ? null : number}
    </span>
  );
}
