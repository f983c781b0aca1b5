import type { BoardQuery } from '../../../portal-client';

export type BoardOrder = NonNullable<BoardQuery['order']>;

/** What of the board is looked at. Worth sharing, so it stands in the address. */
export interface BoardFilters {
  readonly journey: string;
  /** Empty: at whichever. */
  readonly step: string;
  /** Empty: of all. */
  readonly cohort: string;
  readonly isReviewOnly: boolean;
  readonly words: string;
  readonly order: BoardOrder;
}

const orders: readonly BoardOrder[] = ['stuck', 'moved', 'name'];

/** The filters that an address names; what it does not is as it usually is. */
export function readBoardFilters(search: string, usualJourney: string): BoardFilters {
  const query = new URLSearchParams(search);
  return {
    journey: query.get('journey') ?? usualJourney,
    step: query.get('step') ?? '',
    cohort: query.get('cohort') ?? '',
    isReviewOnly: query.get('waiting') === 'review',
    words: query.get('q') ?? '',
    order: orders.find((order) => order === query.get('order')) ?? 'stuck',
  };
}

export function writeBoardFilters(filters: BoardFilters, usualJourney: string): string {
  const { journey, step, cohort, isReviewOnly, words, order } = filters;
  const said = {
    journey: journey === usualJourney ? '' : journey,
    ...{ step, cohort, waiting: isReviewOnly ? 'review' : '', q: words },
    order: order === 'stuck' ? '' : order,
  };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query}`;
}

export function boardQuery({ journey, step, cohort, isReviewOnly, words, order }: BoardFilters): BoardQuery {
  return {
    ...{ journey, order },
    ...(step !== '' && { step }),
    ...(cohort !== '' && { cohort }),
    ...(isReviewOnly && { waiting: 'review' as const }),
    ...(words.trim() !== '' && { q: words.trim().slice(0, 100) }),
  };
}

export const isFiltered = ({ step, cohort, isReviewOnly, words }: BoardFilters): boolean =>
  isReviewOnly || [step, cohort, words.trim()].some((text) => text !== '');
