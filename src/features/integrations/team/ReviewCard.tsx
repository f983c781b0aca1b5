import { useId, useState } from 'react';
import Link from '@docusaurus/Link';
import type { ListingDecision, PortalProblem, ReviewedListing } from '../../../portal-client';
import { Button } from '../../../ui';
import { IntegrationCard } from '../IntegrationCard.view';
import { kindName } from '../kind-words';
import { logoSrc } from '../logo-src';
import { namedLinks } from '../one/named-links';
import { stateWords } from '../edit/state-words';
import { changesOf } from './changes';
import styles from './Review.module.css';

export interface ReviewCardProps {
  readonly listing: ReviewedListing;
  readonly serviceUrl: string;
  readonly onDecide: (decision: ListingDecision, note: string) => Promise<PortalProblem | null>;
  readonly onReload: () => void;
}

/** One listing as its organization wrote it, what is other than what is public, and what the staff decides. */
export function ReviewCard({ listing, serviceUrl, onDecide, onReload }: ReviewCardProps) {
  const { draft, approved, organization, organization_name, state } = listing;
  const [note, setNote] = useState('');
  const [doing, setDoing] = useState<ListingDecision | null>(null);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const id = useId();
  const decide = async (decision: ListingDecision) => {
    setDoing(decision);
    const refused = await onDecide(decision, note.trim());
    setDoing(null);
    setProblem(refused);
    if (refused === null) setNote('');
  };
  const isInReview = state === 'in-review';
  const changes = approved === null ? [] : changesOf(approved, draft);
  return (
    <article className={styles.review} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} dir="auto">
          {organization_name}
        </h2>
        <p>
          {stateWords(listing).word}
          {listing.launched_at === null ? ' · not launched yet' : ' · launched'}
          {' · '}
          <Link to={`/team/partner?organization=${organization}`}>Its page</Link>
        </p>
      </header>
      <div className={styles.card}>
        <IntegrationCard
          level={3}
          to={null}
          content={{
            ...draft,
            logo: logoSrc(draft.logo, serviceUrl),
            name: draft.name || 'Without a name',
            apis: draft.apis,
          }}
        />
      </div>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          {draft.description || 'There is no description yet.'}
        </p>
        <dl className={styles.facts}>
          <dt>Kind</dt>
          <dd>{kindName(draft.kind) || 'not said'}</dd>
          {draft.categories.length > 0 ? (
            <>
              <dt>Categories</dt>
              <dd>{draft.categories.join(', ')}</dd>
            </>
          ) : null}
          {namedLinks(draft.links).map(({ label, href }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {/* eslint-disable-next-line @docusaurus/no-html-links -- of a partner: the router's link would hand on what is ours */}
                <a href={href} rel="nofollow ugc noopener noreferrer" dir="ltr">
                  {href}
                </a>
              </dd>
            </div>
          ))}
        </dl>
        {changes.length > 0 ? (
          <details>
            <summary>Other than what is approved: {changes.map(({ what }) => what.toLowerCase()).join(', ')}</summary>
            <dl className={styles.changes}>
              {changes.map(({ what, before, now }) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd dir="auto">
                    <del>{before || 'nothing'}</del>
                  </dd>
                  <dd dir="auto">
                    <ins>{now || 'nothing'}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        ) : null}
        {isInReview || approved !== null ? (
          <div className={styles.decide}>
            <label htmlFor={`${id}-note`}>What {organization_name} is to know</label>
            <textarea
              id={`${id}-note`}
              rows={2}
              maxLength={2000}
              className={styles.note}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            <div className={styles.deeds}>
              {isInReview ? (
                <>
                  <Button busy={doing === 'approved'} onClick={() => void decide('approved')}>
                    Approve
                  </Button>
                  <Button
                    busy={doing === 'returned'}
                    disabled={note.trim() === ''}
                    onClick={() => void decide('returned')}
                  >
                    Send back
                  </Button>
                </>
              ) : null}
              {approved !== null ? (
                <Button
                  variant="quiet"
                  busy={doing === 'unpublished'}
                  disabled={note.trim() === ''}
                  onClick={() => void decide('unpublished')}
                >
                  Take out of the directory
                </Button>
              ) : null}
            </div>
            {note.trim() === '' ? <p className={styles.quiet}>To send back or take out, say why.</p> : null}
          </div>
        ) : null}
        {problem !== null ? (
          <div role="alert" className={styles.problem}>
            <p>{problem.detail ?? `${problem.title}.`}</p>
            {problem.code === 'changed-meanwhile' ? (
              <Button size="small" onClick={onReload}>
                Read it again
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </article>
  );
}
