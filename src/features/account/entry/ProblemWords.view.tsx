import Link from '@docusaurus/Link';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { PortalProblem } from '../../../portal-client';
import { problemWords } from './field-faults';
import styles from './Entry.module.css';

/** Why it did not work, where no field says it; read out when it comes. */
export function ProblemWords({ problem }: { readonly problem: PortalProblem | null }) {
  const words = problemWords(problem);
  return (
    <div role="alert">
      {words === null ? null : (
        <div className={styles.problem}>
          <TriangleAlert size={16} aria-hidden="true" />
          <span>
            {words} {problem?.guide ? <Link to={problem.guide}>What to do</Link> : null}
          </span>
        </div>
      )}
    </div>
  );
}
