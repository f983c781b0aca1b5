import { useCallback, useEffect, useState } from 'react';
import type {
  IntegrationsCalls,
  ListingDecision,
  ListingFilter,
  PortalProblem,
  ReviewedListing,
} from '../../../portal-client';

export type ReviewsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly listings: readonly ReviewedListing[]; readonly nextCursor: string | null };

/** Listings of one state, and what the staff decides. A decided one stays where it is, as it is now, until the list is read again. */
export function useReviews(calls: IntegrationsCalls, filter: ListingFilter | null) {
  const [state, setState] = useState<ReviewsState>({ kind: 'loading' });
  const read = useCallback(async () => {
    const outcome = await calls.toReview(filter, null);
    if (outcome.kind === 'problem') return setState({ kind: 'failed', problem: outcome.problem });
    const { data, next_cursor } = outcome.value;
    setState({ kind: 'shown', listings: data, nextCursor: next_cursor });
  }, [calls, filter]);
  useEffect(() => {
    let hasLeft = false;
    void calls.toReview(filter, null).then((outcome) => {
      if (hasLeft) return;
      if (outcome.kind === 'problem') return setState({ kind: 'failed', problem: outcome.problem });
      setState({ kind: 'shown', listings: outcome.value.data, nextCursor: outcome.value.next_cursor });
    });
    return () => void (hasLeft = true);
  }, [calls, filter]);

  return {
    state,
    read,
    more: async (): Promise<void> => {
      if (state.kind !== 'shown' || state.nextCursor === null) return;
      const outcome = await calls.toReview(filter, state.nextCursor);
      if (outcome.kind === 'problem') return setState({ kind: 'failed', problem: outcome.problem });
      const listings = [...state.listings, ...outcome.value.data];
      setState({ kind: 'shown', listings, nextCursor: outcome.value.next_cursor });
    },
    /** Null: it was done. */
    decide: async (
      listing: ReviewedListing,
      decision: ListingDecision,
      note: string,
    ): Promise<PortalProblem | null> => {
      const outcome = await calls.review(listing, decision, note);
      if (outcome.kind === 'problem') return outcome.problem;
      setState((now) =>
        now.kind === 'shown'
          ? {
              ...now,
              listings: now.listings.map((one) => (one.organization === listing.organization ? outcome.value : one)),
            }
          : now,
      );
      return null;
    },
  };
}
