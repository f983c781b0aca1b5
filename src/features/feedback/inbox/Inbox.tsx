import { useState, type KeyboardEvent } from 'react';
import type { FeedbackItem, FeedbackItemState, FeedbackQuery, TeamFeedbackCalls } from '../../../portal-client';
import { Button, Callout, Skeleton } from '../../../ui';
import { kindNames, stateNames } from './inbox-words';
import { ItemCard } from './ItemCard.view';
import { useInbox } from './use-inbox';
import styles from './Inbox.module.css';

/** What people said, the newest first; J and K go from one to the next. */
export function Inbox({ calls }: { readonly calls: TeamFeedbackCalls }) {
  const [query, setQuery] = useState<FeedbackQuery>({});
  const { state, again, more, change } = useInbox(calls, query);
  const held = state.kind === 'read' ? state.list.held : 0;
  return (
    <div onKeyDown={goOn}>
      <div className={styles.bar} role="search" aria-label="Feedback">
        <input
          type="search"
          className={styles.words}
          aria-label="Words in feedback"
          placeholder="Words"
          maxLength={100}
          onChange={({ target }) =>
            setQuery(({ words: _, ...rest }) => (target.value ? { ...rest, words: target.value } : rest))
          }
        />
        <Choice
          label="Kind"
          all="Every kind"
          names={kindNames}
          onChoose={(kind) => setQuery(({ kind: _, ...rest }) => (kind ? { ...rest, kind } : rest))}
        />
        <Choice
          label="State of items"
          all="Every state"
          names={stateNames}
          onChoose={(wanted) => setQuery(({ state: _, ...rest }) => (wanted ? { ...rest, state: wanted } : rest))}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={query.held === true}
            onChange={({ target }) =>
              setQuery(({ held: _, ...rest }) => (target.checked ? { ...rest, held: true } : rest))
            }
          />
          Held{held > 0 ? ` (${held})` : ''}
        </label>
      </div>
      {state.kind === 'loading' && (
        <div role="status">
          <span className="pt-unseen">Reading the feedback</span>
          <Skeleton lines={4} height="88px" />
        </div>
      )}
      {state.kind === 'failed' && (
        <div role="alert" className={styles.empty}>
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button onClick={again}>Try again</Button>
        </div>
      )}
      {state.kind === 'read' && (
        <>
          {state.problem && (
            <Callout kind="danger" title={state.problem.title}>
              <p>{state.problem.detail}</p>
              <Button size="small" onClick={again}>
                Read again
              </Button>
            </Callout>
          )}
          {state.list.data.length === 0 && (
            <p className={styles.empty}>
              {Object.keys(query).length === 0
                ? 'Nobody has said anything yet. What readers and integrators say stands here at once.'
                : 'Nothing that was said is like this.'}
            </p>
          )}
          <div className={styles.items}>
            {state.list.data.map((item: FeedbackItem) => (
              <ItemCard
                key={item.id}
                item={item}
                onState={(next: FeedbackItemState) => void change(item, { state: next })}
                onRelease={() => void change(item, { held: false })}
              />
            ))}
          </div>
          {state.list.has_more && <Button onClick={() => void more()}>Show more</Button>}
        </>
      )}
    </div>
  );
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly all: string;
  readonly names: Readonly<Record<Id, string>>;
  readonly onChoose: (id: Id | undefined) => void;
}

function Choice<Id extends string>({ label, all, names, onChoose }: ChoiceProps<Id>) {
  const ids = Object.keys(names) as Id[];
  return (
    <select
      aria-label={label}
      className={styles.choice}
      onChange={({ target }) => onChoose(ids.find((id) => id === target.value))}
    >
      <option value="">{all}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {names[id]}
        </option>
      ))}
    </select>
  );
}

/** J to the next item and K to the one before, unless one is writing. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  if (step === 0 || (event.target as HTMLElement).closest('input, select, textarea')) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  items[at === -1 ? 0 : at + step]?.focus();
}
