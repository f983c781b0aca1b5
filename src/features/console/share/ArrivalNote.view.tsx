import X from 'lucide-react/icons/x';
import type { Arriving } from './use-arrival';
import styles from './ArrivalNote.module.css';

/** Says where the form's values come from, and that nothing has been sent. */
export function ArrivalNote({ arrival, dismiss }: Pick<Arriving, 'arrival' | 'dismiss'>) {
  return (
    <div role="status" className={styles.place}>
      {arrival && (
        <div className={styles.note} data-kind={arrival.kind}>
          {arrival.kind === 'refused' ? (
            <p>
              <strong>This link cannot be used.</strong> {arrival.sentence}
            </p>
          ) : (
            <p>
              <strong>
                Filled in from {arrival.source === 'link' ? 'a link' : 'your history'}, and not sent: look it over
                first.
              </strong>{' '}
              {arrival.notes.join(' ')}
            </p>
          )}
          <button type="button" aria-label="Dismiss" className={styles.dismiss} onClick={dismiss}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
