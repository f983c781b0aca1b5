import Link from '@docusaurus/Link';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Button } from '../../../ui';
import styles from './State.module.css';
import type { Said } from './state-flow';

export interface SaidWordsProps {
  readonly said: Said | null;
  readonly onUndo: (snapshot: string) => void;
}

const placesShown = 5;

/** What came of the last change, in words; read out when it comes. */
export function SaidWords({ said, onUndo }: SaidWordsProps) {
  return (
    <div role="status" className={styles.said}>
      {said?.kind === 'done' ? (
        <p className={styles.done}>
          <CircleCheck size={16} aria-hidden="true" />
          <span>{said.words}</span>
          {said.undo === null ? null : (
            <Button size="small" onClick={() => onUndo(said.undo ?? '')}>
              Undo
            </Button>
          )}
        </p>
      ) : null}
      {said?.kind === 'problem' ? (
        <div className={styles.refused}>
          <TriangleAlert size={16} aria-hidden="true" />
          <div>
            <p>
              <strong>{said.problem.title}.</strong> Nothing was changed.{' '}
              {said.problem.guide ? <Link to={said.problem.guide}>What to do</Link> : null}
            </p>
            {said.problem.places.length > 0 ? (
              <ul>
                {said.problem.places.slice(0, placesShown).map(({ at, message }) => (
                  <li key={`${at} ${message}`}>
                    <code>{at === '' ? '/' : at}</code> {message}
                  </li>
                ))}
                {said.problem.places.length > placesShown ? (
                  <li>and {said.problem.places.length - placesShown} more</li>
                ) : null}
              </ul>
            ) : (
              <p>{said.problem.detail}</p>
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}
