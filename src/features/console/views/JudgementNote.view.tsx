import Link from '@docusaurus/Link';
import type { Judgement } from '../answer/judge';
import type { FieldProblem } from '../request';
import styles from './JudgementNote.module.css';

const sides: Readonly<Record<Judgement['fault'], string>> = {
  request: 'Your request',
  contract: 'The contract',
  gateway: 'The gateway',
  upstream: 'The API',
  network: 'The network',
  browser: 'The browser',
  nobody: 'You',
};

export interface JudgementNoteProps {
  readonly judgement: Judgement;
  /** The marks that the answer has set; each leads to its field. */
  readonly marks: readonly FieldProblem[];
  readonly onGoTo: (mark: FieldProblem) => void;
}

/** Says on which side the fault lies, what happened, and where in the form. */
export function JudgementNote({ judgement, marks, onGoTo }: JudgementNoteProps) {
  const { fault, title, sentence, guide, places } = judgement;
  const isMarked = (at: string): boolean => marks.some((mark) => nameOf(mark).toLowerCase() === at.toLowerCase());
  const unplaced = places.filter((place) => place.in !== 'body' && !isMarked(place.at));
  return (
    <div className={styles.note} data-fault={fault}>
      <p className={styles.title}>
        <span className={styles.side}>{sides[fault]}</span>
        {title}
      </p>
      {sentence && places.length === 0 && <p>{sentence}</p>}
      {places.length > 0 && (
        <ul className={styles.places}>
          {marks.map((mark) => (
            <li key={`${mark.field} ${mark.pointer} ${mark.message}`}>
              <button type="button" className={styles.place} onClick={() => onGoTo(mark)}>
                {nameOf(mark)}
              </button>{' '}
              {mark.message}
            </li>
          ))}
          {unplaced.map(({ in: place, at, message }) => (
            <li key={`${place} ${at} ${message}`}>
              <code>{at || place}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {guide && (
        <p>
          <Link to={guide}>What this means and how to mend it</Link>
        </p>
      )}
    </div>
  );
}

function nameOf({ field, pointer }: FieldProblem): string {
  return pointer ?? field.slice(field.indexOf(':') + 1);
}
