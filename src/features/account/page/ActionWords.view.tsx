import CircleCheck from 'lucide-react/icons/circle-check';
import { ProblemWords } from '../entry/ProblemWords.view';
import type { Action } from './use-action';
import styles from './Sections.module.css';

/** What came of an action; read out when it comes. */
export function ActionWords({ action }: { readonly action: Pick<Action, 'problem' | 'done'> }) {
  return (
    <>
      <div role="status">
        {action.done === null || action.done === '' ? null : (
          <p className={styles.done}>
            <CircleCheck size={16} aria-hidden="true" />
            {action.done}
          </p>
        )}
      </div>
      <ProblemWords problem={action.problem} />
    </>
  );
}
