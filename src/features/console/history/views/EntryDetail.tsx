import Link from '@docusaurus/Link';
import type { HistoryActions } from '../use-history-actions';
import { pageOf, type HistoryEntry } from '../history-entry';
import type { HistoryStore } from '../store/history-store';
import { useKeptAnswer } from '../use-kept-answer';
import { EntryActions } from './EntryActions';
import { EntryName } from './EntryName';
import { KeptAnswerView } from './KeptAnswer.view';
import { KeptRequest } from './KeptRequest.view';
import styles from './EntryDetail.module.css';

export interface EntryDetailProps {
  readonly store: HistoryStore;
  readonly entry: HistoryEntry;
  /** Whether it is of the operation whose page one is on. */
  readonly isHere: boolean;
  readonly origin: string;
  readonly actions: HistoryActions;
  readonly onCompare: () => void;
}

/** One request of the history: what can be done with it, what was sent, what came back. */
export function EntryDetail({ store, entry, isHere, origin, actions, onCompare }: EntryDetailProps) {
  const answer = useKeptAnswer(store, entry);
  const { operation, at, kind } = entry;
  const when = new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <article className={styles.detail}>
      <EntryName entry={entry} onName={(name) => void store.change(entry.id, { name })} />
      <p className={styles.about}>
        {kind === 'saved' ? 'Saved' : 'Sent'} <time dateTime={new Date(at).toISOString()}>{when}</time>
        {entry.request.environment !== undefined && ` to ${entry.request.environment}`},{' '}
        {isHere ? (
          'by this operation.'
        ) : (
          <>
            by <Link to={pageOf(operation)}>{operation.title}</Link> ({operation.api} {operation.version}).
          </>
        )}
      </p>
      <EntryActions {...{ store, entry, isHere, origin, actions, onCompare }} />
      <KeptRequest entry={entry} />
      <KeptAnswerView entry={entry} answer={answer} />
    </article>
  );
}
