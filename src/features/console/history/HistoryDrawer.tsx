import { useDeferredValue, useEffect, useRef, useState } from 'react';
import X from 'lucide-react/icons/x';
import { Button, IconButton } from '../../../ui';
import { operationKey } from '../memory';
import { useNow } from '../use-now';
import type { HistoryToolProps } from './HistoryTool';
import { deviceHistory } from './store/device-history';
import { useHistoryActions } from './use-history-actions';
import { useHistoryLook } from './use-history';
import { EntryComparison } from './views/EntryComparison';
import { EntryDetail } from './views/EntryDetail';
import { EntryList } from './views/EntryList.view';
import { HistoryFilters } from './views/HistoryFilters.view';
import { HistoryFoot } from './views/HistoryFoot';
import { troubleWords } from './trouble-words';
import styles from './HistoryDrawer.module.css';

export interface HistoryDrawerProps extends HistoryToolProps {
  readonly onClose: () => void;
}

/** What was sent and saved on this device, in a drawer over the page: at the left the list, at the right the one that is looked at. */
export function HistoryDrawer(props: HistoryDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const store = deviceHistory();
  const operation = operationKey(props.page);
  const look = useHistoryLook(store, operation);
  // On a phone there is room for one of the two.
  const [shown, show] = useState<'list' | 'entry'>('list');
  const [isComparing, compare] = useState(false);
  const actions = useHistoryActions(props, store, () => dialog.current?.close());
  const { found, state } = look;
  // The list is in step with the keys; the request follows when it can.
  const chosen = useDeferredValue(look.chosen);
  const now = useNow(60_000);

  useEffect(() => {
    dialog.current?.showModal();
    list.current?.focus();
  }, []);
  const back = (): void => {
    compare(false);
    show('list');
    list.current?.focus();
  };
  return (
    <dialog
      ref={dialog}
      aria-label="History"
      className={styles.drawer}
      data-shown={shown}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.frame}>
        <header className={styles.head}>
          <h2>History</h2>
          <HistoryFilters look={look} onDown={() => list.current?.focus()} />
          <IconButton label="Close the history" className={styles.close} onClick={() => dialog.current?.close()}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </header>
        {state.trouble && (
          <p role="status" className={styles.trouble}>
            {troubleWords(state.trouble)}
          </p>
        )}
        <div className={styles.columns}>
          <EntryList
            ref={list}
            look={look}
            now={now}
            onOpen={actions.open}
            onLook={() => show('entry')}
            onRemove={(entry) => void actions.remove(entry)}
            onFavourite={(entry) => void store.change(entry.id, { isFavourite: !entry.isFavourite })}
          />
          <section aria-label="The request" className={styles.entry}>
            <div className={styles.back}>
              <Button size="small" variant="quiet" onClick={back}>
                ← All requests
              </Button>
            </div>
            {chosen && isComparing && (
              <EntryComparison key={chosen.id} store={store} entry={chosen} onDone={() => compare(false)} />
            )}
            {chosen && !isComparing && (
              <EntryDetail
                key={chosen.id}
                store={store}
                entry={chosen}
                isHere={chosen.request.operation === operation}
                origin={props.origin}
                actions={actions}
                onCompare={() => compare(true)}
              />
            )}
            {!chosen && (
              <p className={styles.nothing}>{emptyWords(state.isLoaded, state.entries.length, found.length)}</p>
            )}
          </section>
        </div>
        <HistoryFoot store={store} said={actions.said} onSay={actions.say} />
      </div>
    </dialog>
  );
}

function emptyWords(isLoaded: boolean, all: number, found: number): string {
  if (!isLoaded) return 'Reading the history…';
  if (all > 0 && found === 0) return 'Nothing in the history is like that.';
  return 'What you send is kept here, on this device only and without your keys. Send a request, and it is the first.';
}
