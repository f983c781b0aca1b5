import type { ReactNode } from 'react';
import { Skeleton } from '@site/src/ui';
import styles from './SearchDialog.module.css';
import type { SearchState } from './search-state';

interface SearchNoticeProps {
  readonly state: SearchState;
  readonly hasRows: boolean;
  readonly afterNothing?: (query: string) => ReactNode;
}

/** What the dialog says where there is no list to show; how many results there are, is said to screen readers. */
export function SearchNotice({ state, hasRows, afterNothing }: SearchNoticeProps) {
  const isFirstSearch = state.kind === 'searching' && state.groups.length === 0;
  const isUnseen = isFirstSearch || (state.kind === 'found' && !state.isPartial) || (state.kind === 'empty' && hasRows);
  return (
    <>
      <div role="status" className={isUnseen ? 'pt-unseen' : styles.notice}>
        {notice(state)}
      </div>
      {state.kind === 'nothing' ? afterNothing?.(state.query.trim()) : null}
      {isFirstSearch ? (
        <div className={styles.waiting}>
          <Skeleton height="20px" lines={3} />
        </div>
      ) : null}
    </>
  );
}

function notice(state: SearchState): ReactNode {
  switch (state.kind) {
    case 'empty':
      return 'Type a word, or the name of an operation, a path, a schema or a property.';
    case 'searching':
      return state.groups.length === 0 ? 'Searching' : null;
    case 'found': {
      const count = state.groups.reduce((sum, { total }) => sum + total, 0);
      const counted = count === 1 ? 'One result' : `${count} results`;
      return state.isPartial
        ? `${counted}. A part of the index could not be loaded; type again to search all of it.`
        : counted;
    }
    case 'nothing':
      return `Nothing matches “${state.query.trim()}”. Try fewer or other words; names of operations and properties count too.`;
    case 'failed':
      return failure();
  }
}

function failure(): string {
  return process.env.NODE_ENV === 'development'
    ? 'There is no search index in development. Run “npm start” to build the site with its index.'
    : 'The search index could not be loaded. Check your connection and type again.';
}
