import { useMemo } from 'react';
import { useHistory, useLocation } from '@docusaurus/router';
import { createIntegrationsCalls, type IntegrationsCalls, type ListingFilter } from '../../../portal-client';
import { Button, Skeleton } from '../../../ui';
import { StaffOnly, TeamPage } from '../../team';
import { ReviewCard } from './ReviewCard';
import styles from './Review.module.css';
import { useReviews } from './use-reviews';

const filters: readonly { readonly id: ListingFilter | 'all'; readonly label: string; readonly none: string }[] = [
  { id: 'in-review', label: 'To review', none: 'Nothing waits for a review.' },
  { id: 'public', label: 'Public', none: 'Nothing is public yet.' },
  { id: 'approved', label: 'Approved', none: 'Nothing is approved as it stands.' },
  { id: 'returned', label: 'Sent back', none: 'Nothing was sent back.' },
  { id: 'draft', label: 'Drafts', none: 'Nobody writes a listing.' },
  { id: 'all', label: 'All', none: 'No organization has a listing yet.' },
];

/** `/team/integrations`: what partners want to publish, and what is public. */
export function TeamIntegrations() {
  return (
    <TeamPage title="Integrations" lead="Listings that wait for a review, and what is in the public directory.">
      <StaffOnly>{(_, serviceUrl) => <Reviews serviceUrl={serviceUrl} />}</StaffOnly>
    </TeamPage>
  );
}

function Reviews({ serviceUrl }: { readonly serviceUrl: string }) {
  const calls = useMemo(() => createIntegrationsCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const { search } = useLocation();
  const history = useHistory();
  const asked = new URLSearchParams(search).get('state');
  const filter = filters.find(({ id }) => id === asked) ?? filters[0];
  const id = filter?.id ?? 'in-review';
  return (
    <>
      <div className={styles.bar} role="search" aria-label="Listings">
        <select
          aria-label="State"
          className={styles.choice}
          value={id}
          onChange={({ target }) =>
            history.replace({ search: target.value === 'in-review' ? '' : `?state=${target.value}` })
          }
        >
          {filters.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      <ReviewList
        key={id}
        calls={calls}
        filter={id === 'all' ? null : id}
        none={filter?.none ?? ''}
        serviceUrl={serviceUrl}
      />
    </>
  );
}

export interface ReviewListProps {
  readonly calls: IntegrationsCalls;
  readonly filter: ListingFilter | null;
  /** Said where there is nothing. */
  readonly none: string;
  readonly serviceUrl: string;
}

export function ReviewList({ calls, filter, none, serviceUrl }: ReviewListProps) {
  const { state, read, more, decide } = useReviews(calls, filter);
  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.empty}>
        <span className="pt-unseen">Loading the listings</span>
        <Skeleton lines={6} height="28px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={styles.empty}>
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button onClick={() => void read()}>Try again</Button>
      </div>
    );
  }
  if (state.listings.length === 0) return <p className={styles.empty}>{none}</p>;
  return (
    <>
      {state.listings.map((listing) => (
        <ReviewCard
          key={`${listing.organization} ${listing.etag}`}
          listing={listing}
          serviceUrl={serviceUrl}
          onDecide={(decision, note) => decide(listing, decision, note)}
          onReload={() => void read()}
        />
      ))}
      {state.nextCursor === null ? null : <Button onClick={() => void more()}>Show more</Button>}
    </>
  );
}
