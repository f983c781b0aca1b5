import { useCallback } from 'react';
import type { JourneyConfig } from '../../../../contract/portal-config';
import type { PartnerCalls } from '../../../portal-client';
import { Button, Callout, Skeleton } from '../../../ui';
import { type BoardFilters, isFiltered } from './board-filters';
import { BoardBar } from './BoardBar.view';
import { BoardTable } from './BoardTable.view';
import { PaceView } from './PaceView.view';
import { StepList } from './StepList.view';
import { useBoard } from './use-board';
import { useRead } from './use-read';
import styles from './Board.module.css';

export interface BoardProps {
  readonly calls: PartnerCalls;
  readonly journeys: readonly JourneyConfig[];
  readonly filters: BoardFilters;
  readonly onFilter: (filters: BoardFilters) => void;
}

/** Who is at which step, since when, and what stopped them; and how long partners take. */
export function Board({ calls, journeys, filters, onFilter }: BoardProps) {
  const { state, again, more } = useBoard(calls, filters);
  const cohorts = useRead(calls.cohorts);
  const cohort = filters.cohort === '' ? undefined : filters.cohort;
  const pace = useRead(useCallback((signal: AbortSignal) => calls.pace(cohort, signal), [calls, cohort]));
  return (
    <div className={styles.all}>
      <div className={styles.pacePlace}>
        {pace === null ? <Skeleton height="138px" /> : null}
        {pace?.kind === 'ok' ? <PaceView pace={pace.value} /> : null}
      </div>
      <BoardBar
        {...{ filters, journeys, onFilter }}
        cohorts={cohorts?.kind === 'ok' ? cohorts.value : []}
        isReading={state.kind === 'read' && state.isReading}
        onAgain={again}
      />
      {state.kind === 'loading' ? (
        <div className={styles.board} role="status">
          <span className="pt-unseen">Reading the board</span>
          <Skeleton lines={8} height="24px" />
          <Skeleton lines={10} height="32px" />
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <div className={styles.empty} role="alert">
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button onClick={again}>Try again</Button>
        </div>
      ) : null}
      {state.kind === 'read' ? (
        <div className={styles.board}>
          <StepList board={state.board} filters={filters} onFilter={onFilter} />
          <div className={styles.rows} data-reading={state.isReading || undefined}>
            <p className={styles.count} role="status">
              {counted(state.board.data.length, state.board.next_cursor !== null)}
            </p>
            {state.board.data.length === 0 ? (
              <Nothing isFiltered={isFiltered(filters)} onAll={() => onFilter(withoutFilters(filters))} />
            ) : (
              <BoardTable rows={state.board.data} journey={state.board.journey} now={state.at} />
            )}
            {state.problem ? (
              <Callout kind="danger" title={state.problem.title}>
                <p>{state.problem.detail}</p>
              </Callout>
            ) : null}
            {state.board.next_cursor === null ? null : (
              <div className={styles.more}>
                <Button busy={state.isReading} onClick={() => void more()}>
                  Show more
                </Button>
              </div>
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Nothing({ isFiltered: some, onAll }: { readonly isFiltered: boolean; readonly onAll: () => void }) {
  if (!some) {
    return (
      <div className={styles.empty}>
        <p>No organization has signed up yet. Whoever does is here at once, at the journey’s first step.</p>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>Nobody is left by these filters.</p>
      <Button onClick={onAll}>Show all partners</Button>
    </div>
  );
}

const withoutFilters = (filters: BoardFilters): BoardFilters => ({
  ...filters,
  ...{ step: '', cohort: '', isReviewOnly: false, words: '' },
});

function counted(count: number, isMore: boolean): string {
  const partners = `${count.toLocaleString('en')} ${count === 1 ? 'partner' : 'partners'}`;
  return isMore ? `The first ${partners}` : partners;
}
