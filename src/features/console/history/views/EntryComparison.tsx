import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '../../../../ui';
import { compareAnswers } from '../compare/compare-answers';
import { titleOf, type HistoryEntry } from '../history-entry';
import type { HistoryStore } from '../store/history-store';
import { useKeptAnswer } from '../use-kept-answer';
import { ComparisonView } from './Comparison.view';
import styles from './Comparison.module.css';

export interface EntryComparisonProps {
  readonly store: HistoryStore;
  readonly entry: HistoryEntry;
  readonly onDone: () => void;
}

/** An answer beside another: at first the one before it of the same operation. The older one is always the left one. */
export function EntryComparison({ store, entry, onDone }: EntryComparisonProps) {
  const fieldId = useId();
  const { entries } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const others = useMemo(() => candidates(entries, entry), [entries, entry]);
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = others.find(({ id }) => id === otherId) ?? others[0] ?? null;
  const [before, after] = other && other.at > entry.at ? [entry, other] : [other, entry];
  const old = useKeptAnswer(store, before);
  const now = useKeptAnswer(store, after);
  const comparison = useMemo(
    () =>
      before && old !== undefined && now !== undefined
        ? compareAnswers({ entry: before, answer: old }, { entry: after, answer: now })
        : null,
    [before, after, old, now],
  );
  return (
    <article className={styles.comparison}>
      <div className={styles.top}>
        <h3>What changed</h3>
        <Button size="small" onClick={onDone}>
          Done
        </Button>
      </div>
      {others.length === 0 ? (
        <p className={styles.words}>There is no other answer yet to compare it with.</p>
      ) : (
        <div className={styles.choice}>
          <label htmlFor={fieldId}>Compare “{titleOf(entry)}” with</label>
          <select
            id={fieldId}
            className={styles.other}
            value={other?.id}
            onChange={({ currentTarget }) => setOtherId(currentTarget.value)}
          >
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {optionWords(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      {before && (
        <p className={styles.words}>
          From the one of {timeOf(before)} to the one of {timeOf(after)}:
        </p>
      )}
      {comparison && <ComparisonView comparison={comparison} />}
    </article>
  );
}

/** Answers of the same operation first; among them the one before, then those after, then older ones. */
function candidates(entries: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const answered = entries.filter(({ id, outcome }) => id !== entry.id && outcome?.kind === 'answered');
  const isLike = ({ request }: HistoryEntry) => request.operation === entry.request.operation;
  const alike = answered.filter(isLike);
  const before = alike.find(({ at }) => at <= entry.at);
  return [
    ...(before ? [before] : []),
    ...alike.filter((one) => one !== before),
    ...answered.filter((one) => !isLike(one)),
  ];
}

function timeOf({ at }: HistoryEntry): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

function optionWords(entry: HistoryEntry): string {
  const status = entry.outcome?.kind === 'answered' ? entry.outcome.status : '';
  return `${titleOf(entry)}, ${status}, ${timeOf(entry)}`;
}
