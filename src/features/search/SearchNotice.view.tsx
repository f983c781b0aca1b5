import type { ReactNode } from 'react';
import { Skeleton } from '@site/src/ui';
import styles from './SearchDialog.module.css';
import type { SearchState } from './search-state';

/** What the dialog says where there is no list to show; how many results there are, is said to screen readers. */
export function SearchNotice({ state, hasRecent }: { readonly state: SearchState; readonly hasRecent: boolean }) {
  const isFirstSearch = state.kind === 'searching' && state.groups.length === 0;
  return (
    <>
      <div role="status" className={isFirstSearch || state.kind === 'found' ? 'pt-unseen' : undefined}>
        {notice(state, hasRecent)}
      </div>
      {isFirstSearch ? (
        <div className={styles.waiting}>
          <Skeleton height="20px" lines={3} />
        </div>
      ) : null}
    </>
  );
}

function notice(state: SearchState, hasRecent: boolean): ReactNode {
  switch (state.kind) {
    case 'empty':
      return hasRecent ? null : (
        <p className={styles.notice}>
          Type a word, an operation or a path: <code>idempotency</code>, <code>create offer</code>,{' '}
          <code>/credentials</code>.
        </p>
      );
    case 'searching':
      return state.groups.length === 0 ? 'Searching' : null;
    case 'found': {
      const count = state.groups.reduce((sum, { items }) => sum + items.length, 0);
      return count === 1 ? 'One result' : `${count} results`;
    }
    case 'nothing':
      return (
        <p className={styles.notice}>
          Nothing matches “{state.query.trim()}”. Try fewer or other words; names of operations and fields count too.
        </p>
      );
    case 'failed':
      return <p className={styles.notice}>{failure()}</p>;
  }
}

function failure(): string {
  return process.env.NODE_ENV === 'development'
    ? 'There is no search index in development. Run “npm start” to build the site with its index.'
    : 'The search index could not be loaded. Check your connection and type again.';
}
